import { kind } from "./refusal-kind.ts";

/** The refusals that are about a second factor or a passkey. */
export const signInRefusals = {
  "sign-in-over": kind({
    status: 401,
    about: "account",
    retry: false,
    sentence: () =>
      "The ten minutes for typing the code are over, or it was typed already. Sign in again with your password.",
  }),
  "wrong-second-factor": kind({
    status: 401,
    about: "account",
    retry: false,
    sentence: () =>
      "That is not the code your authenticator app shows now, nor one of your recovery codes. Type the newest code; where it is refused again, set the clock of your device to change by itself.",
  }),
  "second-factor-used": kind({
    status: 409,
    about: "account",
    retry: false,
    sentence: () =>
      "That code was used already, and a code is good once. Wait for the next one: your app shows it within half a minute.",
  }),
  "recovery-code-used": kind({
    status: 409,
    about: "account",
    retry: false,
    sentence: () =>
      "That recovery code was used already, and each is good once. Type another of them, or the code your app shows.",
  }),
  "second-factor-off": kind({
    status: 409,
    about: "account",
    retry: false,
    sentence: () =>
      "This account asks for no code of an authenticator app any more. Reload the page to see how you sign in now.",
  }),
  "second-factor-on": kind({
    status: 409,
    about: "account",
    retry: false,
    sentence: () =>
      "An authenticator app is set up already. To use another one, turn this one off first.",
  }),
  "set-up-over": kind({
    status: 409,
    about: "account",
    retry: false,
    sentence: () =>
      "This set-up was left for more than an hour, or begun anew elsewhere. Begin again: it takes a minute.",
  }),
  "proof-needed": kind({
    status: 403,
    about: "account",
    retry: false,
    sentence: () =>
      "First show again that it is you, at the top of this page: that holds for ten minutes.",
  }),
  "passkey-needed": kind({
    status: 403,
    about: "account",
    retry: false,
    sentence: () =>
      "Operators with a passkey show with it that it is them: a password alone is not enough. Use your passkey.",
  }),
  "passkey-unknown": kind({
    status: 401,
    about: "account",
    retry: false,
    sentence: () =>
      "No account here has this passkey any more. Sign in with your password, and remove the passkey from your device.",
  }),
  "passkey-unusable": kind({
    status: 422,
    about: "request",
    retry: false,
    sentence: () =>
      "That is no answer of a passkey that we can use. Press the button again, or use your password.",
  }),
  "passkey-over": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () =>
      "Your device answered too late, or this answer was used already. Press the button again.",
  }),
  "passkey-exists": kind({
    status: 409,
    about: "account",
    retry: false,
    sentence: () =>
      "This passkey is with an account already. Use another device, or sign in with it.",
  }),
  "too-many-passkeys": kind<{ most: number }>({
    status: 409,
    about: "account",
    retry: false,
    sentence: ({ most }) =>
      `An account has at most ${most} passkeys. Remove one that you no longer use, then add this one.`,
  }),
  "no-such-passkey": kind({
    status: 404,
    about: "request",
    retry: false,
    sentence: () => "There is no such passkey of yours. Reload the page to see those there are.",
  }),
} as const;
