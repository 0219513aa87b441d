import { kind } from "./refusal-kind.ts";

/** The refusals that an operator reads. */
export const operatorRefusals = {
  "no-such-dead-letter": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () =>
      "This dead letter is there no more: it was tried again already. Reload the page to see those there are.",
  }),
  "no-such-domain-event": kind({
    status: 404,
    about: "request",
    retry: false,
    sentence: () =>
      "There is no such domain event any more. Reload the page to see those there are.",
  }),
  "no-such-person": kind({
    status: 404,
    about: "request",
    retry: false,
    sentence: () => "There is no such account, or it was closed. Look for it by its email address.",
  }),
  "not-a-follower": kind({
    status: 422,
    about: "request",
    retry: false,
    sentence: () =>
      "This subscriber does not follow such domain events. Choose one of those the page names.",
  }),
  "own-account": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () => "Nobody switches themselves off. Ask another operator.",
  }),
  "already-so": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () => "Somebody has done that meanwhile. Reload the page to see how it stands.",
  }),
} as const;
