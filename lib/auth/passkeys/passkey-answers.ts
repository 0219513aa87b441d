import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { refuse } from "#kernel/refusal.ts";

/** More than any device answers: a browser that signs with its certificates sends some thousands. */
const most = 16_384;
/** Field of a form that a script fills with what a passkey answered, as JSON. */
export const answerField = z.string().max(most, "That is longer than any passkey answers.");

const base64url = z.string().regex(/^[\w-]+$/);
/** A name that is not a browser's, such as `__proto__`, is dropped with its value. */
const transports = z.array(z.string().regex(/^[a-z-]{1,32}$/)).max(10);
const common = {
  id: base64url.max(1400), // of at most 1023 bytes
  rawId: base64url.max(1400),
  type: z.literal("public-key"),
};

const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
const attestation = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: transports.catch([]).default([]),
  }),
});

/**
 * What a passkey answered when it was asked who somebody is.
 *
 * Refuses: `passkey-unusable`.
 */
export function readAssertion(written: string): AuthenticationResponseJSON {
  return { ...read(assertion, written), clientExtensionResults: {} } as AuthenticationResponseJSON; // `userHandle` may be left out
}

/**
 * What a device answered when it was asked for a new passkey.
 *
 * Refuses: `passkey-unusable`.
 */
export function readAttestation(written: string): RegistrationResponseJSON {
  return { ...read(attestation, written), clientExtensionResults: {} };
}

function read<Schema extends z.ZodType>(schema: Schema, written: string): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(written));
  return parsed.success ? parsed.data : refuse("passkey-unusable");
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
