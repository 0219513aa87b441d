import { returnPath } from "#kernel/return-path.ts";
import type { Asked } from "#lib/auth/confirmations/request-confirmation.ts";
import { setDeviceCookie } from "#lib/web/session.ts";

/** Lets the code be typed in this browser, and returns the address of the page where that is done. */
export async function waitForConfirmation(
  { confirmationId, device }: Asked,
  next: string | undefined,
): Promise<string> {
  await setDeviceCookie(device);
  const query = new URLSearchParams({ asked: confirmationId, next: returnPath(next) });
  return `/verify-email?${query.toString()}`;
}
