/** Where password managers look for the page on which a password is changed. */
export function GET(): Response {
  const headers = { Location: "/account#password", "Cache-Control": "no-store" };
  return new Response(null, { status: 302, headers });
}
