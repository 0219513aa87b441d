import { randomUUID } from "node:crypto";
import { type Answers, everybody, type Row, sameFor } from "./answers.ts";

const aToken = { token: "A".repeat(64) };
const aGuess = "not their password";

/** Without a link or a question of its own, each says so: what it is about is in no address. */
export const accountPages: Record<string, Row> = {
  "/account": { expected: sameFor("200") },
  "/forgot-password": { expected: everybody("200") },
  "/reset-password": { expected: everybody("200") },
  "/undo-email-change": { expected: everybody("200") },
  "/verify-email": { expected: everybody("200") },
};

export const accountRoutes: Record<string, Row> = {
  "GET /account/data": { expected: sameFor("200") },
  "GET /.well-known/change-password": { expected: everybody("to /account") },
};

/** Whoever it is sent to, and whether they have an account: the answer is the same. */
const sends: Answers = {
  malformed: "refused invalid-input",
  missing: "done",
  foreign: "done",
  right: "done",
};
const elsewhere: Answers = {
  malformed: "refused invalid-input",
  missing: "refused code-elsewhere",
  foreign: "refused code-elsewhere",
  right: "refused code-elsewhere",
};
const ofSession = (right: string): Answers => ({
  malformed: "refused invalid-input",
  missing: "done",
  foreign: "done",
  right,
});
const notPossible = "refused link-unknown";

export const accountActions: Record<string, Row> = {
  "app/account/actions.ts changeNameAction": {
    given: () => ({ name: "Ada" }),
    expected: sameFor("done; changes own users"),
  },
  "app/account/actions.ts changeEmailAction": {
    given: (_, { people }) => ({
      email: `${randomUUID()}@example.com`,
      currentPassword: people.owner.password,
    }),
    expected: sameFor("to /verify-email; changes own confirmations"),
  },
  "app/account/actions.ts verifyEmailAction": {
    expected: sameFor("to /verify-email; changes own confirmations"),
  },
  "app/account/actions.ts changePasswordAction": {
    given: () => ({ currentPassword: aGuess, password: "seven swans a-swimming" }),
    expected: sameFor("refused wrong-password"),
  },
  "app/account/actions.ts closeAccountAction": {
    given: () => ({ currentPassword: aGuess }),
    expected: sameFor("refused wrong-password"),
  },
  "app/account/actions.ts endSessionAction": {
    of: "session",
    given: (session) => ({ session }),
    expected: {
      ...sameFor(ofSession("done")),
      owner: ofSession("done; changes own sessions"),
    },
  },
  "app/account/actions.ts signOutElsewhereAction": { expected: sameFor("done") },
  "app/forgot-password/actions.ts forgotPasswordAction": {
    of: "email",
    given: (email) => ({ email }),
    expected: everybody(sends),
  },
  "app/reset-password/actions.ts resetPasswordAction": {
    given: () => ({ ...aToken, password: "seven swans a-swimming" }),
    expected: everybody(notPossible),
  },
  "app/undo-email-change/actions.ts undoEmailChangeAction": {
    given: () => aToken,
    expected: everybody(notPossible),
  },
  "app/verify-email/actions.ts openLinkAction": {
    given: () => aToken,
    expected: everybody(notPossible),
  },
  "app/verify-email/actions.ts typeCodeAction": {
    of: "confirmation",
    given: (asked) => ({ asked, code: "123456" }),
    expected: everybody(elsewhere),
  },
  "app/verify-email/actions.ts askAgainAction": {
    of: "confirmation",
    given: (asked) => ({ asked }),
    expected: everybody(elsewhere),
  },
  "app/sign-up/actions.ts signUpAction": {
    given: (_, { people }) => ({
      name: "Ada",
      email: people.newcomer.email,
      password: people.owner.password,
    }),
    expected: everybody("to /verify-email"),
  },
};
