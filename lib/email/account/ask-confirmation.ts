import type { Purpose } from "#db/schema/confirmations.ts";
import type { Block, EmailContent } from "../content.ts";

export type Question = { purpose: Purpose; token: string; code: string };

/** What each email says around its link, and whether a code does the same. */
type Wording = {
  subject: string;
  paragraphs: string[];
  page: string;
  label: string;
  hasCode?: true;
  note: string;
};

const ifNotYou = "If you did not ask for this, nothing happens.";

const wordings: Record<Purpose, Wording> = {
  "open-account": {
    subject: "Confirm your email address",
    paragraphs: ["One step, and your account at Rowlock is open."],
    page: "/verify-email",
    label: "Confirm this address",
    hasCode: true,
    note: `Both are good for a day. ${ifNotYou}`,
  },
  "verify-email": {
    subject: "Confirm your email address",
    paragraphs: ["Confirm that this address is yours, to buy and sell."],
    page: "/verify-email",
    label: "Confirm this address",
    hasCode: true,
    note: `Both are good for a day. ${ifNotYou}`,
  },
  "change-email": {
    subject: "Confirm your new email address",
    paragraphs: ["An account at Rowlock is to have this address from now on."],
    page: "/verify-email",
    label: "Confirm this address",
    hasCode: true,
    note: `Both are good for a day. ${ifNotYou}`,
  },
  "reset-password": {
    subject: "Set a new password",
    paragraphs: ["With this link you set a new password for your account."],
    page: "/reset-password",
    label: "Set a new password",
    note: "It is good once, for an hour. If you did not ask for it, your password stays as it is: somebody may have mistyped their address.",
  },
  "undo-email": {
    subject: "The email address of your account was changed",
    paragraphs: [
      "Your account at Rowlock has another email address now. If that was you, there is nothing to do.",
      "If it was not, take your address back: everybody is signed out, and you set a new password.",
    ],
    page: "/undo-email-change",
    label: "It was not me",
    note: "The link is good for seven days.",
  },
};

/** The email that asks whether an address is somebody's, by a link and mostly a code, and says what follows. */
export function askConfirmation({ purpose, token, code }: Question, appUrl: string): EmailContent {
  const { subject, paragraphs, page, label, hasCode, note } = wordings[purpose];
  const typed: Block[] = [
    { kind: "paragraph", text: "Or type this code where you asked:" },
    { kind: "code", code },
  ];
  return {
    subject,
    blocks: [
      ...paragraphs.map((text): Block => ({ kind: "paragraph", text })),
      { kind: "action", label, url: `${appUrl}${page}?token=${token}` },
      ...(hasCode ? typed : []),
      { kind: "note", text: note },
    ],
  };
}
