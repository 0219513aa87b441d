import { describe, expect, test } from "vitest";
import type { Answer } from "./ask-stripe.ts";
import { absent, compareAnswers, countFields } from "./compare.ts";
import { formatDifferences } from "./format-report.ts";

/** As recorded from the sandbox, shortened. */
const sandboxAnswer: Answer = {
  step: "hold",
  status: 200,
  headers: { "stripe-version": "2026-10-28.endive", "idempotency-key": "conformance-1" },
  body: {
    id: "pi_3QxAbCdEfGhIjKlM0123",
    object: "payment_intent",
    amount: 4500,
    created: 1_795_000_000,
    client_secret: "pi_3QxAbCdEfGhIjKlM0123_secret_abcdefgh",
    last_payment_error: null,
    latest_charge: "ch_3QxAbCdEfGhIjKlM0456",
    next_action: { redirect_to_url: { url: "http://localhost:3100/authenticate/src_1" } },
    payment_method_types: ["card"],
    status: "requires_capture",
  },
};

/** The same payment at Stripe, with what is Stripe's own: other ids, another time, another address, another key. */
const stripeAnswer: Answer = {
  ...sandboxAnswer,
  headers: { "stripe-version": "2026-10-28.endive", "idempotency-key": "conformance-2" },
  body: {
    ...sandboxAnswer.body,
    id: "pi_1ZyXwVuTsRqPoNmL9876",
    created: 1_795_000_042,
    client_secret: "pi_1ZyXwVuTsRqPoNmL9876_secret_zyxwvuts",
    latest_charge: "ch_1ZyXwVuTsRqPoNmL5432",
    next_action: { redirect_to_url: { url: "https://hooks.stripe.com/redirect/x" } },
  },
};

const changed = (body: Record<string, unknown>, rest: Partial<Answer> = {}): Answer => ({
  ...stripeAnswer,
  ...rest,
  body: { ...stripeAnswer.body, ...body },
});
const compare = (theirs: Answer) => compareAnswers([sandboxAnswer], [theirs]);

test("ids, times, addresses, secrets and keys may differ", () => {
  expect(compare(stripeAnswer)).toEqual([]);
});

describe("one difference is found, and named", () => {
  test.each([
    [
      "another value",
      changed({ status: "processing" }),
      "body.status",
      "requires_capture",
      "processing",
    ],
    ["another number", changed({ amount: 4400 }), "body.amount", 4500, 4400],
    [
      "an id of another kind",
      changed({ latest_charge: "py_1ZyXwVuTsRqPoNmL5432" }),
      "body.latest_charge",
      "<id ch>",
      "<id py>",
    ],
    [
      "an object for an id",
      changed({ latest_charge: null }),
      "body.latest_charge",
      "<id ch>",
      null,
    ],
    ["no time", changed({ created: null }), "body.created", "<time>", null],
    ["a field more at Stripe", changed({ excluded: null }), "body.excluded", absent, null],
    [
      "a longer list",
      changed({ payment_method_types: ["card", "link"] }),
      "body.payment_method_types.1",
      absent,
      "link",
    ],
    [
      "something deep",
      changed({ next_action: { redirect_to_url: {} } }),
      "body.next_action.redirect_to_url.url",
      "<url>",
      absent,
    ],
    ["another status", changed({}, { status: 402 }), "status", 200, 402],
    [
      "a header more",
      changed({}, { headers: { ...stripeAnswer.headers, "stripe-should-retry": "false" } }),
      "headers.stripe-should-retry",
      absent,
      "false",
    ],
  ])("%s", (_, theirs, field, sandbox, stripe) => {
    expect(compare(theirs)).toEqual([{ step: "hold", field, sandbox, stripe }]);
  });

  test("a code of an error, and not its sentence", () => {
    const error = (code: string, message: string): Answer => ({
      ...sandboxAnswer,
      status: 400,
      body: { error: { code, message, type: "invalid_request_error" } },
    });
    const ours = error("amount_too_small", "Amount must be at least €0.50 eur");
    expect(compareAnswers([ours], [error("amount_too_small", "The amount is too small.")])).toEqual(
      [],
    );
    expect(compareAnswers([ours], [error("parameter_invalid_integer", "x")])).toMatchObject([
      {
        field: "body.error.code",
        sandbox: "amount_too_small",
        stripe: "parameter_invalid_integer",
      },
    ]);
  });

  test("a step that one side never answered", () => {
    const difference = { step: "hold", field: "", stripe: absent };
    expect(compareAnswers([sandboxAnswer], [])).toMatchObject([difference]);
    expect(compareAnswers([], [sandboxAnswer])).toMatchObject([{ sandbox: absent }]);
  });
});

test("the report says both sides, under the step", () => {
  const theirs = changed({ status: "processing", excluded: null });
  expect(formatDifferences(compare(theirs))).toBe(
    [
      "  hold",
      "    body.status",
      '      sandbox  "requires_capture"',
      '      Stripe   "processing"',
      "    body.excluded",
      "      sandbox  (not there)",
      "      Stripe   null",
    ].join("\n"),
  );
});

test("every field is counted that is compared", () => {
  expect(countFields(sandboxAnswer)).toBe(1 + 2 + 10);
});
