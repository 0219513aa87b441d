"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { visitorAction } from "#app/_form/action.ts";
import { nextField } from "#app/_form/next-field.ts";
import { idSchema } from "#kernel/ids.ts";
import { returnPath } from "#kernel/return-path.ts";
import { askAgain } from "#lib/auth/account/ask-again.ts";
import { confirmEmail } from "#lib/auth/account/confirm-email.ts";
import type { Proof } from "#lib/auth/confirmations/take-confirmation.ts";
import { setSessionCookie } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";
import { waitForConfirmation } from "./wait-for-confirmation.ts";

const asked = idSchema<"confirmation">();

const codeInput = z.object({
  asked,
  code: z
    .string("Type the six digits from the email.")
    .transform((typed) => typed.replaceAll(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Type the six digits from the email.")),
  ...nextField,
});

export const typeCodeAction = visitorAction(
  codeInput,
  async ({ asked: confirmationId, code, next }) => {
    const { device } = await currentVisitor();
    await confirm({ confirmationId, code, device }, next);
  },
);

const linkInput = z.object({
  token: z.string().max(200),
  password: z.string().max(128).optional(),
});

export const openLinkAction = visitorAction(linkInput, ({ token, password }) =>
  confirm({ token }, undefined, password),
);

export const askAgainAction = visitorAction(
  z.object({ asked, ...nextField }),
  async ({ asked: confirmationId, next }) => {
    const again = await askAgain(confirmationId, await currentVisitor());
    redirect(await waitForConfirmation(again, next));
  },
);

async function confirm(proof: Proof, next: string | undefined, password?: string): Promise<void> {
  const opened = await confirmEmail(proof, await currentVisitor(), password);
  if (opened) await setSessionCookie(opened);
  redirect(opened ? returnPath(next) : returnPath(next, "/account"));
}
