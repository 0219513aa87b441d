import { kind } from "./refusal-kind.ts";

/** The refusals that are about programs of somebody's and their access tokens. */
export const integrationRefusals = {
  "too-many-access-tokens": kind<{ most: number }>({
    status: 409,
    about: "account",
    retry: false,
    sentence: ({ most }) =>
      `An account has at most ${most} access tokens. Remove one that no program uses any more, then make this one.`,
  }),
  "no-such-access-token": kind({
    status: 404,
    about: "request",
    retry: false,
    sentence: () =>
      "There is no such access token of yours. Reload the page to see those there are.",
  }),
  "access-token-needed": kind({
    status: 401,
    about: "request",
    retry: false,
    sentence: () =>
      "This needs an access token that is good. Make one at /account/developer, and send it as `Authorization: Bearer rowlock_…`.",
  }),
} as const;
