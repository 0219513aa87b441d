/** Where password managers look for the page on which a password is changed. */
export function GET(): Response {
  return new Response(null, { status: 302, headers: { Location: "/account#password" } });
}
