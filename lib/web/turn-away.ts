import { turnedAway, type TurnedAwayCode, turnedAwayText } from "#kernel/turned-away.ts";

/**
 * Our own page, for when none of the app's can be shown: it needs no script, no style sheet and no database. The
 * script of a form reads plain text instead.
 */
export function turnAway(request: Request, code: TurnedAwayCode): Response {
  const { status, title, sentence } = turnedAway[code];
  const forScript = request.headers.has("next-action");
  return new Response(forScript ? turnedAwayText(code) : page(title, sentence), {
    status,
    headers: {
      "Content-Type": forScript ? "text/plain" : "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
      ...(status === 503 && { "Retry-After": "30" }),
    },
  });
}

function page(title: string, sentence: string): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Rowlock</title>
<style>
:root{color-scheme:light dark;--paper:#faf6ef;--ink:#211a14}
@media (prefers-color-scheme:dark){:root{--paper:#171310;--ink:#f3ece2}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:4rem 1.5rem}
h1{font-size:2rem;line-height:1.15;margin:0 0 1rem}
a{color:inherit;display:inline-block;margin:1rem 1.5rem 0 0;padding:.5rem 0}
</style></head>
<body><main><h1>${title}</h1><p role="alert">${sentence}</p>
<p><a href="/">Browse all events</a><a href="/orders">See my orders</a></p></main></body></html>
`;
}
