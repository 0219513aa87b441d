import { environment } from "#kernel/environment.ts";
import { fieldProblems } from "#kernel/field-problems.ts";
import { type Id, parseId, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { type ListQuery, listQuery } from "#lib/integrations/api/representations.ts";
import { requireTokenOwner } from "#lib/integrations/tokens/require-token-owner.ts";
import { clientAddress } from "#lib/web/client-address.ts";
import { currentPeer } from "#lib/web/current-request.ts";
import { answerThrown, notFound, uncached } from "./problem.ts";

/** A route that lists, for whoever's access token came with the request. */
export function answerList(list: (reader: UserId, query: ListQuery) => Promise<object>) {
  return async (request: Request): Promise<Response> => {
    try {
      const reader = await readerOf(request);
      const asked = listQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (!asked.success) return refuse("invalid-input", { fields: fieldProblems(asked.error) });
      return Response.json(await list(reader, asked.data), { headers: uncached });
    } catch (error) {
      return answerThrown(error, request);
    }
  };
}

type Named = { params: Promise<{ id: string }> };

/** The same of one thing. What is another's answers like what does not exist. */
export function answerOne<Of extends string>(
  find: (reader: UserId, id: Id<Of>) => Promise<object | null>,
) {
  return async (request: Request, { params }: Named): Promise<Response> => {
    try {
      const reader = await readerOf(request);
      const id = parseId<Of>((await params).id);
      const found = id && (await find(reader, id));
      return found ? Response.json(found, { headers: uncached }) : notFound();
    } catch (error) {
      return answerThrown(error, request);
    }
  };
}

function readerOf({ headers }: Request): Promise<UserId> {
  const address = clientAddress({
    peer: currentPeer(),
    forwardedFor: headers.get("x-forwarded-for"),
    trustedProxies: environment().TRUSTED_PROXIES,
  });
  return requireTokenOwner(headers.get("authorization"), address);
}
