import { z } from "zod";
import { idSchema } from "#kernel/ids.ts";

const orderId = idSchema<"order">();
const ticketId = idSchema<"ticket">();
const buyerId = idSchema<"user">();

/**
 * The protocol between workload and runner, one line of the workload's output each: what people were told and
 * may rely on, and what they asked for without having an answer yet. A line that was written is an answer
 * that was given.
 */
export const messageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("finished") }),
  z.object({
    type: z.literal("order-created"),
    orderId,
    ticketId,
    buyerId,
    price: z.number(),
    currency: z.string(),
    way: z.string(),
  }),
  z.object({ type: z.literal("order-refused"), code: z.string() }),
  z.object({ type: z.literal("cancel-requested"), orderId }),
  z.object({ type: z.literal("cancelled"), orderId }),
  /** The browser was told, no later than `at`, that the card is authorised. */
  z.object({ type: z.literal("authorized"), orderId, at: z.number(), expiresAt: z.number() }),
  z.object({ type: z.literal("declined"), orderId, code: z.string() }),
  z.object({ type: z.literal("shown-completed"), orderId, ticketId, buyerId }),
  z.object({
    type: z.literal("listing-changed"),
    ticketId,
    price: z.number(),
    version: z.number(),
  }),
  z.object({ type: z.literal("listing-withdrawn"), ticketId }),
  /** An error page instead of an answer. `explained` when an injected fault can have led to it. */
  z.object({
    type: z.literal("failed"),
    asked: z.string(),
    explained: z.boolean(),
    why: z.string(),
  }),
  /** The workload itself was shown what must not be. */
  z.object({ type: z.literal("violation"), check: z.string(), detail: z.string() }),
]);
export type Message = z.output<typeof messageSchema>;
export type MessageOf<Type extends Message["type"]> = Extract<Message, { type: Type }>;

const mark = '{"workload":';

export function writeMessage(message: z.input<typeof messageSchema>): string {
  return `${mark}${JSON.stringify(message)}}\n`;
}

/** The message on a line of the workload's output, or null when it is something else, such as a report. */
export function readMessage(line: string): Message | null {
  return line.startsWith(mark) ? messageSchema.parse(JSON.parse(line).workload) : null;
}
