import { momentInWords } from "#kernel/moments.ts";
import type { EmailContent } from "../content.ts";
import { greet } from "../phrases.ts";

type Words = {
  subject: string;
  text: string;
  /** Where it is looked at, if not where sign-in is. */ seenAt?: Page;
};
type Page = { path: string; label: string };

const forPrograms: Page = { path: "/account/developer", label: "See what reads your account" };

/** What of how somebody signs in, or lets programs in, its owner is told of. */
const words = {
  "passkey-added": {
    subject: "A passkey was added to your account",
    text: "A device was given a passkey: it signs in to your account without your password.",
  },
  "passkey-removed": {
    subject: "A passkey was removed from your account",
    text: "A passkey signs in to your account no longer.",
  },
  "second-factor-on": {
    subject: "Your account asks for a code now",
    text: "Signing in with your password asks for a code of an authenticator app from now on. Everywhere else you were signed out.",
  },
  "second-factor-off": {
    subject: "Your account asks for no code any more",
    text: "Signing in with your password asks for no code any more: the authenticator app and its recovery codes were turned off.",
  },
  "recovery-codes-renewed": {
    subject: "You have new recovery codes",
    text: "New recovery codes were made for your account, and those from before are worthless.",
  },
  "recovery-code-used": {
    subject: "A recovery code was used",
    text: "Somebody used one of your recovery codes in place of your authenticator app. It is good no more.",
  },
  "access-token-made": {
    subject: "An access token was made for your account",
    text: "A program that has it can read your tickets and orders, until you remove it.",
    seenAt: forPrograms,
  },
} satisfies Record<string, Words>;

export type SignInChange = keyof typeof words;
export const signInChanges = Object.keys(words) as SignInChange[]; // keys of a literal

const signInWays: Page = { path: "/account/sign-in", label: "See how you sign in" };

/** To the owner of an account, when how they sign in was changed. */
export function signInChanged(
  owner: { name: string },
  change: SignInChange,
  at: Date,
  appUrl: string,
): EmailContent {
  const { subject, text, seenAt = signInWays }: Words = words[change];
  return {
    subject,
    greeting: greet(owner),
    blocks: [
      { kind: "paragraph", text: `${text} If that was you, there is nothing to do.` },
      { kind: "facts", facts: [{ label: "When", value: `${momentInWords(at, "receipt")} UTC` }] },
      {
        kind: "paragraph",
        text: "If it was not you, set another password, which signs everybody out; then look at what is there, and remove what is not yours.",
      },
      { kind: "action", label: "Set another password", url: `${appUrl}/forgot-password` },
      { kind: "action", label: seenAt.label, url: `${appUrl}${seenAt.path}` },
    ],
  };
}
