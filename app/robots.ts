import type { MetadataRoute } from "next";
import { environment } from "#kernel/environment.ts";

export const dynamic = "force-dynamic"; // the address of the app is known where it runs, not where it is built

/** What is public may be found; what is somebody's own, or only leads there, need not be asked for. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/orders", "/sales", "/account", "/api", "/sign-in"],
    },
    sitemap: new URL("/sitemap.xml", environment().APP_URL).href,
  };
}
