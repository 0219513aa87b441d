import { ApiError } from "../api/api-error.ts";
import type { Sandbox } from "../state/sandbox.ts";

export type SecretRoll = { secret: string; expiresInSeconds?: number };

/** docs.stripe.com/webhooks: the old secret stays valid for up to a day. */
const LONGEST_RETIREMENT_SECONDS = 24 * 3600;

export function rollSecret(sandbox: Sandbox, { secret, expiresInSeconds }: SecretRoll): void {
  const { state, webhook } = sandbox;
  if (!webhook) {
    const message = "There is no endpoint whose secret could be rolled.";
    throw new ApiError(400, { type: "invalid_request_error", message });
  }
  const seconds = expiresInSeconds ?? LONGEST_RETIREMENT_SECONDS;
  state.retiringSecrets.push({
    secret: webhook.secret,
    untilMs: sandbox.clockMs() + seconds * 1000,
  });
  sandbox.webhook = { ...webhook, secret };
}

/** The newest first. */
export function validSecrets(sandbox: Sandbox, newest: string): string[] {
  const { state } = sandbox;
  const now = sandbox.clockMs();
  state.retiringSecrets = state.retiringSecrets.filter(({ untilMs }) => untilMs > now);
  const retiring = state.retiringSecrets.map(({ secret }) => secret).toReversed();
  return [...new Set([newest, ...retiring])];
}
