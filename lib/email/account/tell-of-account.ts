import type { EmailContent } from "../content.ts";

/** To the owner of an account, when somebody signs up with its address, or wants another account to have it. */
export function accountExists(appUrl: string): EmailContent {
  return {
    subject: "You have an account already",
    blocks: [
      {
        kind: "paragraph",
        text: "Somebody asked for an account at Rowlock with this email address, which has one already. If that was you, sign in instead.",
      },
      { kind: "action", label: "Sign in", url: `${appUrl}/sign-in` },
      { kind: "action", label: "Forgot your password?", url: `${appUrl}/forgot-password` },
      { kind: "note", text: "If it was not you, there is nothing to do: nothing was changed." },
    ],
  };
}

/** To an address without an account, for which a new password was asked for. */
export function noAccount(appUrl: string): EmailContent {
  return {
    subject: "There is no account with this address",
    blocks: [
      {
        kind: "paragraph",
        text: "Somebody asked for a new password at Rowlock for this email address, which has no account. If that was you, you may have used another address.",
      },
      { kind: "action", label: "Create an account", url: `${appUrl}/sign-up` },
      { kind: "note", text: "If it was not you, there is nothing to do." },
    ],
  };
}
