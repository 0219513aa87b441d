import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type DomainEvent, domainEventTypes } from "#lib/domain-events/domain-events.ts";
import type { Flow, Follower, Recorder } from "#lib/domain-events/flow.ts";
import { retriesOf } from "#worker/queues.ts";
import type { Subscription } from "#worker/subscription.ts";
import { subscriptions } from "#worker/subscriptions.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Who records which domain event and who follows, found in the code that does it. */
export function findFlow(): Flow {
  return { recorders: findRecorders(), followers: subscriptions.map(describeFollower) };
}

/** The files that import what records; the domain events that each names as a text are those it records. */
function findRecorders(): Recorder[] {
  const files = globSync("lib/**/*.ts", { cwd: root })
    .filter((file) => !file.endsWith(".test.ts") && !file.startsWith("lib/domain-events/"))
    .toSorted();
  const recorders = files.flatMap((file): Recorder[] => {
    const text = readFileSync(path.join(root, file), "utf8");
    if (!/from "#lib\/domain-events\/record-domain-events?\.ts"/.test(text)) return [];
    const named = domainEventTypes.filter((type) => text.includes(`"${type}"`));
    if (named.length === 0)
      throw new Error(`${file} records a domain event that it does not name.`);
    const [, service = ""] = file.split("/");
    return named.map((event) => ({ event, service, command: commandOf(file, text), file }));
  });
  const order = (event: string) => domainEventTypes.findIndex((type) => type === event);
  return recorders.toSorted((one, other) => order(one.event) - order(other.event));
}

/** A file is named after the function that it is for; where it has others besides, after that. */
function commandOf(file: string, text: string): string {
  const exported = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(
    ([, name]) => name,
  );
  const named = path
    .basename(file, ".ts")
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const command = exported.includes(named) ? named : exported[0];
  if (!command) throw new Error(`${file} records a domain event and exports no function.`);
  return command;
}

function describeFollower({ on, subscriber, due }: Subscription): Follower {
  const { name, does } = subscriber;
  const file = `worker/subscribers/${name}.ts`;
  readFileSync(path.join(root, file)); // a link to what is not there would say nothing
  return {
    event: on,
    subscriber: name,
    does,
    file,
    due: due ? factReadBy(due) : null,
    retries: retriesOf(name),
  };
}

/** Asks `due` for its time, and looks which fact it reads. */
function factReadBy(due: (event: DomainEvent) => Date): string {
  const read: string[] = [];
  const facts = new Proxy(
    {},
    {
      get: (_, name) => {
        read.push(String(name));
        return new Date(0);
      },
    },
  );
  due({ data: facts } as DomainEvent); // only its facts are looked at
  return read.join(" and ");
}
