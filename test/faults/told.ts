import { z } from "zod";
import { idSchema } from "#kernel/ids.ts";

const orderId = idSchema<"order">();
const ticketId = idSchema<"ticket">();
const buyerId = idSchema<"user">();

/**
 * What the crowd was told and is entitled to rely on, and what it asked for without having been told the
 * outcome yet. One line of its output each; a line that was written is an answer that was given.
 */
export const toldSchema = z.discriminatedUnion("what", [
  z.object({ what: z.literal("open") }),
  z.object({ what: z.literal("over") }),
  z.object({
    ...{ what: z.literal("order-created"), orderId, ticketId, buyerId },
    ...{ price: z.number(), currency: z.string(), way: z.string() },
  }),
  z.object({ what: z.literal("order-refused"), code: z.string() }),
  z.object({ what: z.literal("cancel-asked"), orderId }),
  z.object({ what: z.literal("cancelled"), orderId }),
  /** The browser was told, no later than `at`, that the card is authorised. */
  z.object({ what: z.literal("authorized"), orderId, at: z.number(), expiresAt: z.number() }),
  z.object({ what: z.literal("declined"), orderId, code: z.string() }),
  z.object({ what: z.literal("seen-completed"), orderId, ticketId, buyerId }),
  z.object({
    what: z.literal("listing-changed"),
    ticketId,
    price: z.number(),
    version: z.number(),
  }),
  z.object({ what: z.literal("listing-withdrawn"), ticketId }),
  /** No answer but an error page. `explained` when a fault that was caused can have led to it. */
  z.object({
    what: z.literal("failed"),
    asked: z.string(),
    explained: z.boolean(),
    why: z.string(),
  }),
  /** The crowd itself saw something that must not be. */
  z.object({ what: z.literal("wrong"), check: z.string(), detail: z.string() }),
]);
export type Told = z.output<typeof toldSchema>;
export type Answer<What extends Told["what"]> = Extract<Told, { what: What }>;

const mark = '{"told":';

export function writeTold(told: z.input<typeof toldSchema>): string {
  return `${mark}${JSON.stringify(told)}}\n`;
}

/** What a line of the crowd's output tells, or null when it is something else, such as a report. */
export function readTold(line: string): Told | null {
  return line.startsWith(mark) ? toldSchema.parse(JSON.parse(line).told) : null;
}
