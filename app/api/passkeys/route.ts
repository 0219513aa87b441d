import { Refusal, refuse, refusalSentence } from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";
import {
  optionsForNew,
  optionsForProof,
  optionsForSignIn,
} from "#lib/auth/passkeys/passkey-options.ts";
import { relyingParty } from "#lib/auth/passkeys/relying-party.ts";
import { notThere } from "#lib/web/not-there.ts";
import { currentUser } from "#lib/web/session.ts";

const uncached = { "Cache-Control": "no-store" };

/** What a browser asks a passkey with: to sign in (`?for=sign-in`), to show who somebody is (`prove`), or a new one (`add`). */
export async function GET(request: Request): Promise<Response> {
  const ask = occasions.get(new URL(request.url).searchParams.get("for") ?? "");
  if (!ask || !relyingParty()) return notThere("Nothing asks for a passkey here.");
  try {
    return Response.json(await ask(), { headers: uncached });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error.reason;
    const said = { code, message: refusalSentence(error.reason) };
    return Response.json(said, { status: refusals[code].status, headers: uncached });
  }
}

const occasions = new Map<string, () => Promise<unknown>>([
  ["sign-in", optionsForSignIn],
  ["prove", async () => optionsForProof(await self())],
  ["add", async () => optionsForNew(await self())],
]);

async function self() {
  return (await currentUser()) ?? refuse("not-signed-in");
}
