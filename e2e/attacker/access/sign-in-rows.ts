import { everybody, formOfOwner, type Row, sameFor } from "./answers.ts";

/** How somebody signs in: what is asked of passkeys, codes and those who have not shown again that it is them. */
export const signInPages: Record<string, Row> = {
  "/account/sign-in": { expected: sameFor("200") },
  "/sign-in/second-factor": { expected: everybody("to /sign-in") }, // no password was typed
};

export const signInRoutes: Record<string, Row> = {
  "GET /api/passkeys": {
    addresses: {
      malformed: "/api/passkeys?for=1'--",
      missing: "/api/passkeys?for=prove",
      foreign: "/api/passkeys?for=add",
      right: "/api/passkeys?for=sign-in",
    },
    expected: sameFor(
      { malformed: "404", missing: "200", foreign: "403", right: "200" },
      { malformed: "404", missing: "401", foreign: "401", right: "200" },
    ),
  },
};

const unproven = sameFor("refused proof-needed");
const ways = "app/account/sign-in/actions.ts";

export const signInActions: Record<string, Row> = {
  [`${ways} proveAction`]: {
    given: () => ({ currentPassword: "not their password" }),
    expected: sameFor("refused wrong-password"),
  },
  [`${ways} addPasskeyAction`]: {
    proven: true,
    given: () => ({ name: "Phone", passkey: "{}" }),
    expected: sameFor("refused passkey-unusable"),
  },
  [`${ways} renamePasskeyAction`]: {
    of: "passkey",
    given: (id) => ({ id, name: "Old phone" }),
    expected: formOfOwner("done; changes own passkeys"),
  },
  [`${ways} removePasskeyAction`]: {
    proven: true,
    of: "passkey",
    given: (id) => ({ id }),
    expected: formOfOwner("done; changes own passkeys, own users"),
  },
  [`${ways} beginSetUpAction`]: {
    proven: true,
    expected: sameFor("done; changes own second_factors"),
  },
  [`${ways} confirmSetUpAction`]: { given: () => ({ code: "123456" }), expected: unproven },
  [`${ways} turnOffAction`]: { expected: unproven },
  [`${ways} makeRecoveryCodesAction`]: { expected: unproven },
  [`${ways} keepRecoveryCodesAction`]: {
    proven: true,
    expected: sameFor("refused set-up-over"), // none are shown
  },
  "app/sign-in/actions.ts signInByPasskeyAction": {
    given: () => ({ passkey: "{}" }),
    expected: everybody("refused passkey-unusable"),
  },
  "app/sign-in/actions.ts passSecondFactorAction": {
    given: () => ({ code: "123456" }),
    expected: everybody("refused sign-in-over"),
  },
};
