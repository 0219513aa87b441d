import { headers } from "next/headers";
import { forbidden } from "next/navigation";
import { isSameOrigin } from "./is-same-origin.ts";

/** Answers a request from elsewhere with the forbidden page. */
export async function requireSameOrigin(): Promise<void> {
  if (!isSameOrigin(await headers())) forbidden();
}
