import { z } from "zod";
import { domainEvents } from "./catalogue.ts";
import type { DomainEventType } from "./domain-events.ts";

/** One fact of a domain event, in words. */
export type Fact = {
  name: string;
  /** Such as `uuid`, `integer`, `"edited"`, `text or null`. */
  type: string;
  unit: string | null;
  meaning: string | null;
};

/** What a version of a domain event carries: one list of facts, or several where its shape has branches. */
export type VersionFacts = { version: number; shapes: Fact[][] };

/** What each published version of a domain event carries, the newest first. */
export function describeFacts(type: DomainEventType): VersionFacts[] {
  return domainEvents[type].versions
    .map((schema, index) => ({
      version: index + 1,
      shapes: shapesOf(jsonSchemaOf(schema)).map(factsOf),
    }))
    .toReversed();
}

const schemaOfObject = z.looseObject({
  properties: z.record(z.string(), z.looseObject({})).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
type SchemaOfObject = z.output<typeof schemaOfObject>;

/** The schema of facts as they are written, as JSON Schema 2020-12. Moments are written as text. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date")
        Object.assign(jsonSchema, { type: "string", format: "date-time" });
      if (jsonSchema.format === "uuid") delete jsonSchema.pattern; // says the same at length
    },
  });
  return written;
}

function shapesOf(schema: Record<string, unknown>): SchemaOfObject[] {
  const { oneOf, ...whole } = schemaOfObject.parse(schema);
  return oneOf ? oneOf.map((each) => schemaOfObject.parse(each)) : [whole];
}

function factsOf({ properties = {} }: SchemaOfObject): Fact[] {
  return Object.entries(properties).map(([name, fact]) => ({
    name,
    type: typeInWords(fact),
    unit: textOrNull(fact["unit"]),
    meaning: textOrNull(fact["description"]),
  }));
}

function typeInWords(fact: Record<string, unknown>): string {
  if ("const" in fact) return JSON.stringify(fact["const"]);
  if (Array.isArray(fact["enum"]))
    return fact["enum"].map((one) => JSON.stringify(one)).join(" or ");
  if (Array.isArray(fact["anyOf"]))
    return fact["anyOf"].map((one: unknown) => typeInWords(recordOf(one))).join(" or ");
  if (fact["type"] === "array") return `list of ${typeInWords(recordOf(fact["items"]))}`;
  if (fact["format"] === "date-time") return "moment";
  if (fact["type"] === "string") return textOrNull(fact["format"]) ?? "text";
  return textOrNull(fact["type"]) ?? "anything";
}

function recordOf(value: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).catch({}).parse(value);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
