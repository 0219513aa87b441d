import { everybody, formOfOwner, type Row, sameFor } from "./answers.ts";
import type { Kind } from "./world.ts";

/** What lets programs in: made after a proof, shown once, removed by its owner. */
export const developerPages: Record<string, Row> = {
  "/account/developer": { expected: sameFor("200") },
};

const developer = "app/account/developer/actions.ts";

export const developerActions: Record<string, Row> = {
  [`${developer} proveForProgramsAction`]: {
    given: () => ({ currentPassword: "not their password" }),
    expected: sameFor("refused wrong-password"),
  },
  [`${developer} makeAccessTokenAction`]: {
    proven: true,
    given: () => ({ name: "Books" }),
    expected: sameFor("done; changes own access_tokens, own users"),
  },
  [`${developer} removeAccessTokenAction`]: {
    of: "accessToken",
    given: (id) => ({ id }),
    expected: formOfOwner("done; changes own access_tokens"),
  },
};

/** A cookie opens nothing here, whoever's: only an access token does (`app/api/v1/read-api.test.ts`). */
const noToken = sameFor("401", "401");

const reading = (what: string, of: Kind): Record<string, Row> => ({
  [`GET /api/v1/${what}`]: { expected: noToken },
  [`GET /api/v1/${what}/[id]`]: { of, expected: noToken },
  ...otherMethods(`/api/v1/${what}`, {}, "405"),
  ...otherMethods(`/api/v1/${what}/[id]`, { of }, "405"),
});

const nowhere = { addresses: { missing: "/api/v1", right: "/api/v1/users" } };

export const developerRoutes: Record<string, Row> = {
  "GET /api/openapi.json": { expected: everybody("200") },
  "GET /api/v1/[[...path]]": { ...nowhere, expected: everybody("404") },
  ...otherMethods("/api/v1/[[...path]]", nowhere, "404"),
  ...reading("events", "event"),
  ...reading("orders", "order"),
  ...reading("tickets", "ticket"),
};

function otherMethods(path: string, of: Partial<Row>, answer: string): Record<string, Row> {
  const row = { ...of, expected: everybody(answer) };
  const methods = ["POST", "PUT", "PATCH", "DELETE"];
  return Object.fromEntries(methods.map((method) => [`${method} ${path}`, row]));
}
