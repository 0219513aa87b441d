import type Stripe from "stripe";

/** The version whose shapes are answered. When the SDK is upgraded this line stops compiling, which is the reminder to check the shapes. */
export const apiVersion = "2026-10-28.endive" satisfies Stripe.LatestApiVersion;

/** The major of the SDK that sends it. */
export const sdkMajor = 23;

/** Versions of one release train differ only in what was added, so the earlier of this train is answered alike. */
export const answeredVersions: readonly string[] = ["2026-09-30.endive", apiVersion];
