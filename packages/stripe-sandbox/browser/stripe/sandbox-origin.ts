/** The frames and the API are at the origin this script came from, which is known only while the script first runs. */
export const sandboxOrigin = originOfThisScript();

function originOfThisScript(): string {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src) return new URL(current.src).origin;
  const stripeJs = [...document.scripts].find((script) => script.src.endsWith("/stripe.js"));
  return stripeJs ? new URL(stripeJs.src).origin : window.location.origin;
}
