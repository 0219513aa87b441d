import { z } from "zod";
import { idSchema } from "#kernel/ids.ts";

/** What the catalogue's facts are made of, each with its meaning and unit, which documents are made from. */
export const userId = idSchema<"user">().meta({ description: "Whose account it is." });
export const ticketId = idSchema<"ticket">().meta({ description: "The ticket." });
export const orderId = idSchema<"order">().meta({ description: "The order." });
export const chargeId = idSchema<"charge">().meta({ description: "The payment of the order." });
export const eventId = idSchema<"event">().meta({ description: "What the ticket is for." });
export const confirmationId = idSchema<"confirmation">().meta({ description: "The question." });
export const sessionId = idSchema<"session">().meta({ description: "The session that began." });
export const actId = idSchema<"operator-act">().meta({ description: "The row that says why." });
export const subjectId = idSchema<"subject">();
export const amount = z.int().positive().meta({ unit: "minor units of the currency" });
export const currency = z
  .string()
  .length(3)
  .meta({ description: "The currency.", unit: "ISO 4217, lower case" });
export const moment = z.coerce.date().meta({ unit: "ISO 8601, UTC, to the millisecond" });
export const count = z.int().positive();
export const version = z
  .int()
  .meta({ description: "The row's version after this change: later ones are larger." });
export const stripeWord = z.string();
