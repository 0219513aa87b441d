import { z } from "zod";
import { requiredLine } from "#kernel/text-fields.ts";

/**
 * Checked before it is lower-cased: some letters of other scripts become ASCII when lower-cased, and
 * full-width or invisible characters make two different addresses look like one.
 */
export const emailField = z
  .string()
  .trim()
  .max(254, "An email address has at most 254 characters.")
  .regex(/^[\x21-\x7e]*$/, "Write the email address in plain letters, without spaces.")
  .toLowerCase()
  .pipe(z.email("Write your email address in full, such as ada@example.com."));

export const nameField = requiredLine(80, "Your name", "Tell us your name.");

export const newPasswordField = z
  .string()
  .min(8, "Choose a password of at least 8 characters; 15 or more is better.")
  .max(128, "A password has at most 128 characters.");
