/** Unix seconds, by the names Stripe gives them. */
const TIMES = /^(created|available_on|capture_before|due_by|expires_at|\w+_at)$/;

/** Whatever the account, the card network or chance decides: that it is there is compared, and its type. */
const OPAQUE = new Set([
  "account",
  "authorization_code",
  "calculated_statement_descriptor",
  "client_secret",
  "exchange_rate",
  "fee",
  "fingerprint",
  "idempotency-key",
  "idempotency_key",
  "message",
  "net",
  "network_transaction_id",
  "payment_method_configuration_details",
  "pending_webhooks",
  "receipt_number",
  "risk_score",
  "seller_message",
  "transaction_id",
]);

/** Ids begin with what they name: `pi_3Qx…`, `ch_…`. Words of Stripe's own have underscores too, and no digits or capitals. */
const ID = /\b([a-z]{2,8})_(?=[a-z_]*[A-Z0-9])[A-Za-z0-9_]{8,}/g;

/** What may differ in two answers that mean the same becomes its kind: `<id pi>`, `<time>`, `<url>`, `<text>`. */
export function normalise(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => normalise(item));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, normalise(inner, key)]),
    );
  if (typeof value === "number") return normaliseNumber(value, name);
  if (typeof value === "string") return normaliseText(value, name);
  return value;
}

function normaliseNumber(value: number, name: string): unknown {
  if (TIMES.test(name)) return "<time>";
  return OPAQUE.has(name) ? "<number>" : value;
}

function normaliseText(value: string, name: string): string {
  if (OPAQUE.has(name)) return "<text>";
  if (/^https?:\/\//.test(value)) return "<url>";
  return value.replaceAll(ID, "<id $1>");
}
