/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Title and description are in the head for everybody, as no page is streamed (docs/decisions/0006): a page that is
  // shared may be a crawler's.
  htmlLimitedBots: /./,
  // `npm run check` does it, over everything and once.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "prom-client"],
  // The content security policy is not here: it has a nonce for every answer, from proxy.ts.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin-allow-popups" },
        // Browsers heed it over https alone.
        { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
      ],
    },
    // The card form is in a frame of Stripe's, and fetches the page's typeface from there.
    {
      source: "/_next/static/media/:file*",
      headers: [{ key: "Access-Control-Allow-Origin", value: "*" }],
    },
  ],
  experimental: {
    // Bodies over 64 kB are no form of ours.
    serverActions: { bodySizeLimit: "64kb" },
    // `forbidden()` answers a request from another site with a real 403.
    authInterrupts: true,
  },
};

export default nextConfig;
