import { durationInWords } from "./duration-in-words.ts";
import { kind } from "./refusal-kind.ts";

/** The refusals that are about an account: who somebody is, and how they show it. */
export const accountRefusals = {
  "not-signed-in": kind({
    status: 401,
    about: "account",
    retry: false,
    sentence: () => "Sign in first, then try again.",
  }),
  "wrong-email-or-password": kind({
    status: 401,
    about: "account",
    retry: false,
    sentence: () =>
      "Email and password do not belong together. Check both and try again, or create an account.",
  }),
  "email-taken": kind({
    status: 409,
    about: "account",
    retry: false,
    sentence: () => "There is an account with this email address. Sign in instead.",
  }),
  "wrong-password": kind({
    status: 401,
    about: "account",
    retry: false,
    sentence: () =>
      "That is not the password of this account. Type it again, or set a new one from the sign-in page.",
  }),
  "email-unverified": kind({
    status: 403,
    about: "account",
    retry: false,
    sentence: () =>
      "First confirm your email address: your account page sends you a link and a code.",
  }),
  "link-unknown": kind({
    status: 422,
    about: "request",
    retry: false,
    sentence: () =>
      "This link is not complete, or not one of ours. Open it from the email again, or ask for a new one.",
  }),
  "link-used": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () =>
      "This was confirmed already, and a link or code is good once. Sign in, or ask for a new one.",
  }),
  "link-over": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () => "The time for this is over. Ask for a new link: it arrives in moments.",
  }),
  "wrong-code": kind<{ left: number }>({
    status: 422,
    about: "request",
    retry: false,
    sentence: ({ left }) =>
      left > 0
        ? `That is not the code in our email. Check its six digits: ${left} more ${left === 1 ? "try" : "tries"}.`
        : "That is not the code in our email, and it was the last try. Open the link in it, or ask for a new one.",
  }),
  "code-spent": kind({
    status: 429,
    about: "request",
    retry: false,
    sentence: () =>
      "Too many wrong codes were typed here. Open the link in the email, or ask for a new one.",
  }),
  "code-elsewhere": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () =>
      "The code is good only in the browser that asked for it. Open the link in the email instead, or begin again here.",
  }),
  "account-in-use": kind<{ obstacles: string[] }>({
    status: 409,
    about: "account",
    retry: false,
    sentence: ({ obstacles }) => `Your account cannot be closed yet: ${obstacles.join(" ")}`,
  }),
  "account-switched-off": kind({
    status: 403,
    about: "account",
    retry: false,
    sentence: () =>
      "This account was switched off. Write to us from its email address: the address is on the help page.",
  }),
  "account-guarded": kind<{ retryAfterSeconds: number }>({
    status: 429,
    about: "account",
    retry: true,
    sentence: ({ retryAfterSeconds }) =>
      `Somebody has tried many wrong passwords or codes for this account, so only browsers and places that have signed in to it before may go on. Use one of those, or try again in ${durationInWords(retryAfterSeconds)}.`,
  }),
} as const;
