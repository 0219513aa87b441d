import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from "@simplewebauthn/browser";

export type Occasion = "sign-in" | "prove" | "add";

/** Why there is no answer of a passkey, in words for whoever pressed the button. */
export class NoPasskey extends Error {}

/** Asks a passkey, or a device for a new one. Resolves to what it answered, as JSON. Throws a `NoPasskey`. */
export async function askPasskey(occasion: Occasion): Promise<string> {
  const optionsJSON = await fetchOptions(occasion);
  try {
    const answer = await (occasion === "add"
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON }));
    return JSON.stringify(answer);
  } catch (error) {
    throw new NoPasskey(sentenceFor(error, occasion), { cause: error });
  }
}

/** The server lets ten minutes pass between asking and the answer. */
const renewMilliseconds = 8 * 60 * 1000;

/**
 * Lets the browser offer passkeys among what it fills into the email field. `onAnswer` is called with what one answered,
 * as JSON. Returns what ends it.
 */
export function offerPasskeys(onAnswer: (answer: string) => void): () => void {
  let isOver = false;
  const offer = async () => {
    if (isOver || !(await browserSupportsWebAuthnAutofill())) return;
    const optionsJSON = await fetchOptions("sign-in");
    const timer = setTimeout(() => void again(), renewMilliseconds);
    try {
      const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: true });
      if (!isOver) onAnswer(JSON.stringify(answer));
    } finally {
      clearTimeout(timer);
    }
  };
  // Whoever wants none types a password; a new question ends the one before.
  const again = () => offer().catch(() => {});
  void again();
  return () => {
    isOver = true;
    WebAuthnAbortService.cancelCeremony();
  };
}

async function fetchOptions(occasion: Occasion) {
  let answer: Response;
  try {
    answer = await fetch(`/api/passkeys?for=${occasion}`);
  } catch (error) {
    throw new NoPasskey("There is no connection. Check yours, then press the button again.", {
      cause: error,
    });
  }
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) return said;
  throw new NoPasskey(said.message ?? "Passkeys do not work at the moment. Use your password.");
}

function sentenceFor(error: unknown, occasion: Occasion): string {
  const code = error instanceof WebAuthnError ? error.code : "";
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return "This device has a passkey for your account already.";
  if (code === "ERROR_INVALID_DOMAIN" || code === "ERROR_INVALID_RP_ID")
    return "Passkeys work only at our public address, which this is not. Use your password.";
  return occasion === "add"
    ? "No passkey was made: the question of your device was closed, or it took too long. Press the button to try again."
    : "No passkey answered: the question of your device was closed, or it took too long. Press the button to try again, or use your password.";
}
