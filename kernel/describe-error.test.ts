import { expect, test } from "vitest";
import { describeError, summarizeError, withoutPersonalData } from "./describe-error.ts";

/** As drizzle and the driver make them. */
function failedQuery(query: string, params: string[], of: object = {}) {
  const cause = Object.assign(new Error(`invalid input: "${params[0]}"`), {
    severity: "ERROR",
    code: "22P02",
    detail: `Key (email)=(${params[0]}) exists.`,
    parameters: params,
    ...of,
  });
  return Object.assign(
    new Error(`Failed query: ${query}\nparams: ${params.join(",")}`, { cause }),
    {
      query,
      params,
    },
  );
}

test.each([
  `select 'ada@example.com' from users`,
  `select 'it''s ada@example.com', 7391`,
  `select E'\\'ada@example.com'`,
  `select $$ada@example.com$$, $tag$ada@example.com$tag$`,
  `select 1 -- ada@example.com`,
  `select 1 /* ada@example.com */`,
  `select 'ada@example.com`,
  `select $$ada@example.com`,
])("of the statement %s no value remains", (query) => {
  const described = JSON.stringify(describeError(failedQuery(query, ["ada@example.com"])));
  expect(described).not.toContain("ada");
  expect(described).not.toContain("7391");
  expect(described).toContain("select");
  expect(described).toContain("22P02");
});

test("names remain: the constraint, the table, the parameter's number", () => {
  const error = failedQuery("update users set email = $12", ["ada@example.com"], {
    code: "23505",
    constraint_name: "one_account_per_email",
    table_name: "users",
  });
  expect(describeError(error)).toMatchObject({
    statement: "update users set email = $12",
    cause: { code: "23505", constraint: "one_account_per_email", table: "users" },
  });
  expect(summarizeError(error)).toContain("23505 one_account_per_email");
});

test("frames are kept, whatever the message has in its lines", () => {
  const { frames, message } = describeError(new Error("one\n    at ada (two)\nthree"));
  expect(message).toContain("one");
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) expect(frame).toMatch(/^at .*:\d+\)?$/);
});

test("an error among errors, one that is its own cause, and what is no error at all", () => {
  const own = new Error("round");
  own.cause = own;
  expect(() => JSON.stringify(describeError(own))).not.toThrow();
  const many = new AggregateError([failedQuery("select 1", ["ada@example.com"])], "many");
  expect(JSON.stringify(describeError(many))).not.toContain("ada");
  expect(summarizeError("ada@example.com is gone")).toBe("[email] is gone");
});

test.each([
  ["Can't send mail - 550 <ada@example.com>: no such user", "ada"],
  ["hash $argon2id$v=19$m=47104,t=1$c2FsdA$aGFzaA is wrong", "aGFzaA"],
  [`Unexpected token 'a', "ada at home"... is not valid JSON`, "ada at home"],
  ["cannot reach postgres://rowlock:geheim@db:5432/x", "geheim"],
  ["key sk_live_abcdef was refused", "abcdef"],
  ["Failed query: select 1\nparams: ada,lovelace", "lovelace"],
])("of the text %s nothing personal remains", (text, secret) => {
  expect(withoutPersonalData(text)).not.toContain(secret);
});
