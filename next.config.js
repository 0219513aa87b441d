/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` does it, over everything and once.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres"],
  experimental: {
    // Bodies over 64 kB are no form of ours.
    serverActions: { bodySizeLimit: "64kb" },
    // `forbidden()` answers a request from another site with a real 403.
    authInterrupts: true,
  },
};

export default nextConfig;
