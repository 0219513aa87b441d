/** `timeoutMs` is how long the endpoint may take to answer. */
export type WebhookEndpoint = { url: string; secret: string; timeoutMs?: number };

/** A secret that was replaced and still signs, beside the new one, until `untilMs` on the sandbox's clock. */
export type RetiringSecret = { secret: string; untilMs: number };
