import { fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { developmentSecrets } from "#kernel/environment.ts";
import { freePort } from "#stack/free-port.ts";
import { waitFor } from "#stack/wait-for.ts";

const program = path.resolve(import.meta.dirname, "../../../packages/stripe-sandbox/main.ts");
const authorized = { Authorization: `Bearer ${developmentSecrets.STRIPE_SECRET_KEY}` };
const listed = z.object({
  data: z.array(z.looseObject({ id: z.string() })),
  has_more: z.boolean(),
});

/** A Stripe sandbox in a process of its own, so that its work is not counted, asked without the SDK and its pace. */
export async function startBareStripe() {
  const port = await freePort();
  const env = { ...process.env, STRIPE_SANDBOX_PORT: String(port) };
  const sandbox = fork(program, { env, silent: true });
  const url = `http://127.0.0.1:${port}`;
  const ask = async (of: string, body?: URLSearchParams): Promise<unknown> => {
    const method = body ? "POST" : "GET";
    const answer = await fetch(`${url}/v1/${of}`, {
      method,
      headers: authorized,
      ...(body && { body }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  await waitFor(async () => Boolean(await ask("events?limit=1")), "the sandbox to start", 20_000);
  return {
    url,
    /** What the browser does when a card is given. */
    confirm: (id: string) =>
      ask(
        `payment_intents/${id}/confirm`,
        new URLSearchParams({
          payment_method: "pm_card_visa",
          return_url: "http://localhost:3000/orders",
        }),
      ),
    /** What Stripe would deliver about these payments. */
    eventsAbout: async (ids: string[]) => {
      const about = new Set(ids);
      const found: unknown[] = [];
      for (let after = ""; ;) {
        const page = listed.parse(await ask(`events?limit=100${after}`));
        found.push(...page.data.filter((event) => ofPayments(event, about)));
        if (!page.has_more) return found;
        after = `&starting_after=${page.data.at(-1)?.id}`;
      }
    },
    stop: async () => {
      sandbox.kill("SIGTERM");
      await new Promise((resolve) => sandbox.once("exit", resolve));
    },
  };
}

const aboutPayment = z.object({
  data: z.object({
    object: z.looseObject({ id: z.string(), payment_intent: z.string().nullish() }),
  }),
});

function ofPayments(event: unknown, ids: Set<string>): boolean {
  const { object } = aboutPayment.parse(event).data;
  return ids.has(object.payment_intent ?? object.id);
}
