import { readFileSync } from "node:fs";
import path from "node:path";
import specs from "@asyncapi/specs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { describeFacts } from "#lib/domain-events/describe-facts.ts";
import { domainEventTypes } from "#lib/domain-events/domain-events.ts";
import { drawing } from "#scripts/docs/domain-events-page.ts";
import { findFlow } from "#scripts/docs/find-flow.ts";
import { subscriptions } from "#worker/subscriptions.ts";

const flow = findFlow();

test("every domain event is recorded by somebody", () => {
  const recorded = new Set(flow.recorders.map(({ event }) => event));
  expect(domainEventTypes.filter((type) => !recorded.has(type))).toEqual([]);
});

test("every subscription is drawn, with when it is due", () => {
  expect(flow.followers.map(({ event, subscriber }) => [event, subscriber])).toEqual(
    subscriptions.map(({ on, subscriber }) => [on, subscriber.name]),
  );
  expect(flow.followers.find(({ subscriber }) => subscriber === "expire-order")?.due).toBe(
    "expiresAt",
  );
});

test.each(domainEventTypes)("every fact of %s says what it means", (type) => {
  const facts = describeFacts(type).flatMap(({ shapes }) => shapes.flat());
  const silent = facts.filter(({ meaning, type: kind }) => !meaning && !kind.startsWith('"'));
  expect(silent).toEqual([]);
  expect(facts.filter(({ type: kind, unit }) => kind === "moment" && !unit)).toEqual([]);
});

test("every line of the drawing is Mermaid", () => {
  const [kind, ...lines] = drawing(flow).split("\n");
  expect(kind).toBe("flowchart LR");
  const line =
    /^ {2}(?:\w+(?:\["[\w.]+"\]|\(\["\w+"\]\)|\[\/"[\w-]+"\/\])|\w+ -->(?:\|"[\w ]+"\|)? \w+)$/;
  expect(lines.filter((each) => !line.test(each))).toEqual([]);
});

test("the document for programs is AsyncAPI 3", () => {
  const document: unknown = JSON.parse(readFileSync(path.resolve("docs/asyncapi.json"), "utf8"));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isValid = ajv.compile({ ...specs.schemasWithoutId["3.0.0"] } as object);
  isValid(document);
  expect(isValid.errors).toBeNull();
  const wrong = { ...(document as object), asyncapi: "2.0.0" };
  expect(isValid(wrong)).toBe(false);
});
