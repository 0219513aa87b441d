import { environment } from "#kernel/environment.ts";
import { stripeOrigins } from "./stripe-origins.ts";

/** Only the checkout loads anything from Stripe. */
const checkout = /^\/orders\/[^/]+$/;

/** What a page may load and from where. Scripts run if they carry the nonce, or are loaded by one that does. */
export function contentSecurityPolicy(nonce: string, path: string): string {
  const stripe = checkout.test(path)
    ? stripeOrigins()
    : { script: [], frame: [], connect: [], image: [] };
  const { APP_URL, NODE_ENV } = environment();
  const forReload = NODE_ENV === "development" ? ["'unsafe-eval'"] : []; // React's own tooling needs it there
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...stripe.script,
      ...forReload,
    ],
    "style-src": [
      "'self'",
      ...(NODE_ENV === "development" ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`]),
    ],
    "img-src": ["'self'", "data:", ...stripe.image],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...stripe.connect],
    "frame-src": stripe.frame.length > 0 ? stripe.frame : ["'none'"],
    "worker-src": ["'none'"], // there are none, and no test would hear what one breaks
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(APP_URL.startsWith("https:") && { "upgrade-insecure-requests": [] }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
