/** The answer of a route to an address with nothing behind it. It is kept nowhere: there may be something tomorrow. */
export function notThere(sentence: string): Response {
  return new Response(`${sentence}\n`, { status: 404, headers: { "Cache-Control": "no-store" } });
}
