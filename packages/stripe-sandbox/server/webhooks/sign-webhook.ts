import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header, one `v1` for each secret. A secret is used as written, `whsec_` included. */
export function signWebhook(payload: string, secrets: string[], timestamp: number): string {
  const sign = (secret: string) =>
    createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex");
  // Stripe's test events carry a v0 too; verifiers must ignore schemes they do not know.
  return [
    `t=${timestamp}`,
    ...secrets.map((secret) => `v1=${sign(secret)}`),
    `v0=${sign("not the secret")}`,
  ].join(",");
}
