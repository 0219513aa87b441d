import { notFound } from "next/navigation";
import NotFound from "#app/not-found.tsx";
import { answerWith } from "#lib/web/current-request.ts";

/**
 * The page for what is not there, to be returned by a page. Next's `notFound` renders in the browser alone, and without
 * JavaScript leaves it empty.
 */
export function nothingHere() {
  return answerWith(404) ? <NotFound /> : notFound();
}
