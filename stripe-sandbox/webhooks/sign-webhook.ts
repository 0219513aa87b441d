import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header. The secret is used as written, `whsec_` included. */
export function signWebhook(payload: string, secret: string, timestamp: number): string {
  const v1 = createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex");
  // Stripe's test events carry a v0 too; verifiers must ignore schemes they do not know.
  const v0 = createHmac("sha256", "not the secret").update(`${timestamp}.${payload}`).digest("hex");
  return `t=${timestamp},v1=${v1},v0=${v0}`;
}
