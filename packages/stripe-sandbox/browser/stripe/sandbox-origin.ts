/** Where this script came from is where the frames and the API are. Read while the script runs; afterwards nobody knows. */
export const sandboxOrigin = originOfThisScript();

function originOfThisScript(): string {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src) return new URL(current.src).origin;
  const ours = [...document.scripts].find((script) => script.src.endsWith("/stripe.js"));
  return ours ? new URL(ours.src).origin : window.location.origin;
}
