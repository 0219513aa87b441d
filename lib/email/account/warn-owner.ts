import { momentInWords } from "#kernel/moments.ts";
import type { EmailContent } from "../content.ts";
import { greet } from "../phrases.ts";
import { plainWords } from "../plain-words.ts";

type Owner = { name: string };

/** To the owner of an account whose password was set or changed. */
export function passwordChanged(owner: Owner, at: Date, appUrl: string): EmailContent {
  return {
    subject: "Your password was changed",
    greeting: greet(owner),
    blocks: [
      {
        kind: "paragraph",
        text: "The password of your account was changed. If that was you, there is nothing to do.",
      },
      { kind: "facts", facts: [{ label: "When", value: `${momentInWords(at, "receipt")} UTC` }] },
      {
        kind: "action",
        label: "It was not me: set another one",
        url: `${appUrl}/forgot-password`,
      },
    ],
  };
}

type Where = { device: string; at: Date };

/** To the owner of an account that was signed in to in a browser it does not know. */
export function signedInElsewhere(
  owner: Owner,
  { device, at }: Where,
  appUrl: string,
): EmailContent {
  return {
    subject: "Signed in from a new device",
    greeting: greet(owner),
    blocks: [
      {
        kind: "paragraph",
        text: "Somebody signed in to your account in a browser that never did before. If that was you, there is nothing to do.",
      },
      {
        kind: "facts",
        facts: [
          { label: "Device", value: plainWords(device) },
          { label: "When", value: `${momentInWords(at, "receipt")} UTC` },
        ],
      },
      { kind: "action", label: "See where you are signed in", url: `${appUrl}/account` },
      {
        kind: "paragraph",
        text: "If it was not you, set another password: that signs everybody out.",
      },
      { kind: "action", label: "Set another password", url: `${appUrl}/forgot-password` },
    ],
  };
}
