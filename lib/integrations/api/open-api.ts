import { z } from "zod";
import { environment } from "#kernel/environment.ts";
import { listQuery, type RepresentationName, representations } from "./representations.ts";

type Operation = {
  path: string;
  id: string;
  summary: string;
  answers: RepresentationName;
};

/** Everything that can be asked under /api/v1. */
export const operations: Operation[] = [
  list("events", "listEvents", "Upcoming events, soonest first.", "EventPage"),
  one("events", "getEvent", "One event, also when it is over.", "Event"),
  list("tickets", "listTickets", "Tickets that you listed, newest first.", "TicketPage"),
  one("tickets", "getTicket", "One ticket that you listed.", "Ticket"),
  list("orders", "listOrders", "Your orders, newest first.", "OrderPage"),
  one("orders", "getOrder", "One order of yours.", "Order"),
];

function list(what: string, id: string, summary: string, answers: RepresentationName): Operation {
  return { path: `/api/v1/${what}`, id, summary, answers };
}

function one(what: string, id: string, summary: string, answers: RepresentationName): Operation {
  return { path: `/api/v1/${what}/{id}`, id, summary, answers };
}

const refused = {
  401: "No access token came with it that is good.",
  404: "There is no such thing, or it is somebody else's.",
  405: "The API is for reading: it takes GET alone.",
  422: "Something is wrong with the parameters; `errors` says what.",
  429: "Too often in a short time: `Retry-After` says how many seconds to wait.",
  500: "Something broke on our side.",
  503: "We cannot answer now: `Retry-After` says how many seconds to wait.",
};

/** The API in OpenAPI 3.1, of the schemas that its answers are made by. */
export function openApiDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Rowlock",
      version: "1",
      description:
        "For programs that read events, and the tickets and orders of whoever made their access token at /account/developer.",
    },
    servers: [{ url: environment().APP_URL }],
    security: [{ accessToken: [] }],
    paths: Object.fromEntries(operations.map((each) => [each.path, { get: describe(each) }])),
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        accessToken: { type: "http", scheme: "bearer", description: "An access token: rowlock_…" },
      },
    },
  };
}

function describe({ path, id: operationId, summary, answers }: Operation) {
  const isList = !path.endsWith("{id}");
  const problems = Object.entries(refused)
    .filter(([status]) => status !== (isList ? "404" : "422"))
    .map(([status, description]) => [
      status,
      { description, content: { "application/problem+json": { schema: refTo("Problem") } } },
    ]);
  return {
    operationId,
    summary,
    parameters: isList ? queryParameters() : [idParameter],
    responses: {
      200: {
        description: "It is there.",
        content: { "application/json": { schema: refTo(answers) } },
      },
      ...Object.fromEntries(problems),
    },
  };
}

const idParameter = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "string", format: "uuid" },
};

function queryParameters() {
  const { properties = {} } = z.toJSONSchema(listQuery);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", schema }));
}

const refTo = (name: RepresentationName) => ({ $ref: `#/components/schemas/${name}` });

function componentSchemas() {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(representations)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  const bare = Object.entries(schemas).map(([name, { $id: _id, $schema: _schema, ...schema }]) => [
    name,
    schema,
  ]);
  return Object.fromEntries(bare);
}
