import { ApiError } from "../api/api-error.ts";

export type Caller = { publishable: boolean };

/** Reads `Authorization: Bearer …`, `Basic …` or the `key` a browser sends. Live keys are always refused. */
export function authenticate(
  authorization: string | undefined,
  formKey: string | undefined,
): Caller {
  const key = keyFrom(authorization) ?? formKey;
  if (!key) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (/^(sk|pk|rk)_live_/.test(key))
    throw unauthorized(
      "This is the Stripe sandbox of this project. It never takes live keys: use sk_test_… and pk_test_….",
    );
  if (/^(sk|rk)_test_/.test(key)) return { publishable: false };
  if (key.startsWith("pk_test_")) return { publishable: true };
  throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}****`);
}

function keyFrom(authorization: string | undefined): string | undefined {
  const [scheme, value] = (authorization ?? "").split(" ");
  if (scheme === "Bearer") return value;
  if (scheme === "Basic" && value) return Buffer.from(value, "base64").toString().split(":")[0];
  return undefined;
}

function unauthorized(message: string): ApiError {
  return new ApiError(401, { type: "invalid_request_error", message }, false);
}

export function secretKeyRequired(): ApiError {
  return new ApiError(
    403,
    {
      type: "invalid_request_error",
      code: "secret_key_required",
      message:
        "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.",
    },
    false,
  );
}
