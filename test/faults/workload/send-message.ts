import type { z } from "zod";
import { type messageSchema, writeMessage } from "../messages.ts";

/** Writes an answer where it survives this process: only what was written counts as told. */
export function sendMessage(message: z.input<typeof messageSchema>): void {
  process.stdout.write(writeMessage(message));
}
