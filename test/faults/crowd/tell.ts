import type { z } from "zod";
import { type toldSchema, writeTold } from "../told.ts";

/** Notes an answer where it survives this process: nothing counts as told that was not written. */
export function tell(told: z.input<typeof toldSchema>): void {
  process.stdout.write(writeTold(told));
}
