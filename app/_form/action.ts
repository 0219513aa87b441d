import { headers } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { fieldProblems, unsaid } from "#kernel/field-problems.ts";
import {
  Refusal,
  type RefusalReason,
  refusalReason,
  refusalSentence,
  tellsOfTheMarket,
} from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";
import { countRefusal } from "#lib/operations/metrics.ts";
import { requireVerified } from "#lib/auth/account/require-verified.ts";
import { answerWith } from "#lib/web/current-request.ts";
import { requireSameOrigin } from "#lib/web/require-same-origin.ts";
import { type CurrentUser, currentUser, requireOperator } from "#lib/web/session.ts";
import { explainFailure } from "./failure.ts";
import { readTyped } from "./typed-values.ts";
import type { Choice, FormAction, FormState } from "./form-state.ts";

/** What its form is to show once, where something was made that is shown only now. */
type Made = string | void;

/**
 * A server action that anyone may call: checks where it comes from, parses, runs, and puts refusals into words. So
 * it does with a failure, because a thrown one would lose what was typed, and without JavaScript show a bare line.
 */
export function visitorAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Made>,
): FormAction {
  return async (_before, form) => {
    await requireSameOrigin();
    const { values, problems } = readTyped(form);
    if (Object.keys(problems).length > 0)
      return refused(refusalReason("invalid-input", { fields: problems }), values);
    const parsed = schema.safeParse(values, { error: () => unsaid });
    if (!parsed.success) {
      const fields = fieldProblems(parsed.error);
      return refused(refusalReason("invalid-input", { fields }), values);
    }
    try {
      const made = await run(parsed.data);
      return made ? { status: "done", made } : { status: "done" };
    } catch (error) {
      if (!(error instanceof Refusal)) return failed(error, values);
      if (refusals[error.reason.code].status === 404) await answerNotFound();
      return refused(error.reason, values);
    }
  };
}

/** The same for people who are signed in; others are sent to sign in and come back to the page they were on. */
export function signedInAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (user: CurrentUser, input: z.output<Schema>) => Promise<Made>,
): FormAction {
  return async (before, form) => {
    await requireSameOrigin();
    let user: CurrentUser | null;
    try {
      user = await currentUser();
    } catch (error) {
      return failed(error, readTyped(form).values);
    }
    if (!user) return redirect(`/sign-in?next=${encodeURIComponent(await pageOfForm())}`);
    return visitorAction(schema, (input) => run(user, input))(before, form);
  };
}

/**
 * The same for people whose email address was shown to be theirs: they buy and sell.
 *
 * Refuses: `email-unverified`.
 */
export function verifiedAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (user: CurrentUser, input: z.output<Schema>) => Promise<Made>,
): FormAction {
  return signedInAction(schema, (user, input) => {
    requireVerified(user);
    return run(user, input);
  });
}

/** The same for operators who signed in with a passkey or a code; to others it is as if it were not there. */
export function operatorAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (operator: CurrentUser, input: z.output<Schema>) => Promise<void>,
): FormAction {
  return signedInAction(schema, async (_user, input) => {
    const operator = await requireOperator("/operator");
    await run(operator, input);
  });
}

function refused(reason: RefusalReason, typed: Record<string, string>): FormState {
  const { code } = reason;
  countRefusal(code);
  // What the market did meanwhile is no fault of whoever pressed the button.
  const tone = tellsOfTheMarket(reason) ? "changed" : "refusal";
  const fields = "fields" in reason.details ? reason.details.fields : {};
  const message = refusalSentence(reason);
  const until = ("until" in reason.details ? reason.details.until : null) ?? undefined;
  const candidates = "candidates" in reason.details ? (reason.details.candidates ?? []) : [];
  const choices = candidates.map(asChoice);
  const values = withoutPassword(typed);
  return { status: "refused", code, tone, message, fields, choices, values, until };
}

/** Next's page for what is not there; without JavaScript, which would show it empty, the form's own page says so. */
async function answerNotFound(): Promise<void> {
  const forScript = (await headers()).has("next-action");
  if (forScript || !answerWith(404)) notFound();
}

function asChoice({ id, label }: { id: string; label: string }): Choice {
  return { value: id, label };
}

async function failed(error: unknown, values: Record<string, string>): Promise<FormState> {
  unstable_rethrow(error); // a redirect, or a page that Next shows instead
  const { code, message } = await explainFailure(error);
  const kept = withoutPassword(values);
  return {
    status: "refused",
    code,
    tone: "refusal",
    message,
    fields: {},
    choices: [],
    values: kept,
  };
}

/** A password is never sent back, the one there is as little as a new one, nor what a passkey answered, which is good once. */
function withoutPassword(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !/password|passkey/i.test(name)),
  );
}

async function pageOfForm(): Promise<string> {
  const referer = URL.parse((await headers()).get("referer") ?? "");
  return referer ? referer.pathname + referer.search : "/";
}
