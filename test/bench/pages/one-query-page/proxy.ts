import { NextResponse } from "next/server";

/** Here so that the app's own, in a folder above, is not found. */
export function proxy(): Response {
  return NextResponse.next();
}

export const config = { matcher: ["/never"] };
