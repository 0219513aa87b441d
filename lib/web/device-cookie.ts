import { environment } from "#kernel/environment.ts";

const oneYear = 365 * 24 * 60 * 60;

/** Tells a browser that has signed in here before from one that has not. It opens nothing by itself. */
export function deviceCookie() {
  const secure = environment().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-rowlock-device" : "rowlock-device",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure, maxAge: oneYear },
  };
}
