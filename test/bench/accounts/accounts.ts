import { randomUUID } from "node:crypto";
import { closeDatabase } from "#db/client.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { askAgain } from "#lib/auth/account/ask-again.ts";
import { createUser, createUserInput } from "#lib/auth/account/create-user.ts";
import { requestPasswordReset } from "#lib/auth/account/reset-password.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { signUp } from "#lib/auth/account/sign-up.ts";
import type { Visitor } from "#lib/auth/sessions/visitor.ts";
import { quantile } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";

const tries = 100;
/** So much alike, the median of a hundred tells nobody whether an email address has an account. */
const alike = 0.9;
const password = "correct horse battery staple";

/** How long known and unknown email addresses take at every door that asks for one, in turns. */
export async function benchAccounts(databaseUrl: string): Promise<Figure[]> {
  const usual = { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10", RATE_LIMIT_SCALE: "1000" };
  Object.assign(process.env, usual);
  const known = account();
  await createUser(known);
  const figures = [
    await figure("sign in, wrong password", known.email, (email) =>
      signIn({ email, password: "a guess of mine" }, visitor()).catch(() => {}),
    ),
    await figure("sign up", known.email, (email) => signUp(account(email), visitor())),
    await figure("forgotten password", known.email, (email) =>
      requestPasswordReset(email, visitor()),
    ),
    await figure("another email to confirm", known.email, async (email, begun) => {
      const { confirmationId, device } = await signUp(account(email), visitor());
      begun();
      await askAgain(confirmationId, visitor(device));
    }),
  ];
  await Promise.all([closeDatabase(), closeWakeConnection()]);
  return figures;
}

function account(email = `${randomUUID()}@example.com`) {
  return createUserInput.parse({ name: "Ada", email, password });
}

function visitor(device: string | null = null): Visitor {
  return { address: "198.51.100.1", userAgent: null, device, sessionId: null };
}

/** `work` says when what is to be measured has begun, if there is something before it. */
async function figure(
  name: string,
  known: string,
  work: (email: string, begun: () => void) => Promise<unknown>,
): Promise<Figure> {
  const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  for (let round = 0; round < tries + 5; round += 1) {
    for (const which of round % 2
      ? (["known", "unknown"] as const)
      : (["unknown", "known"] as const)) {
      const email = which === "known" ? known : `${randomUUID()}@example.com`;
      let started = performance.now();
      await work(email, () => {
        started = performance.now();
      });
      if (round >= 5) took[which].push(performance.now() - started);
    }
  }
  const [one, other] = [quantile(took.known, 0.5), quantile(took.unknown, 0.5)];
  const ratio = Math.min(one, other) / Math.max(one, other);
  const besides = { besides: other, besidesName: "unknown" };
  return { name: `${name}, known`, unit: "ms", value: one, ...besides, ratio, limit: alike };
}
