import { headers } from "next/headers";
import { forbidden } from "next/navigation";
import { isFromOurs } from "./is-from-ours.ts";

export async function requireOurOrigin(): Promise<void> {
  if (!isFromOurs(await headers())) forbidden();
}
