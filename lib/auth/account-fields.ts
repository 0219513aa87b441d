import { z } from "zod";
import { requiredLine } from "#kernel/text-fields.ts";
import { isCommonPassword } from "./passwords/common-passwords.ts";
import { parseEmailAddress } from "./email-address.ts";

/** Any address that can be written without quotes, its domain in any script. Kept as `parseEmailAddress` says. */
export const emailField = z
  .string()
  .trim()
  .max(254, "An email address has at most 254 characters.")
  .refine((typed) => !typed.includes("＠"), "Write the @ of the email address as a plain @.")
  .transform((typed, context) => {
    const address = parseEmailAddress(typed);
    if (address) return address;
    const message = "Write your email address in full and without spaces, such as ada@example.com.";
    context.issues.push({ code: "custom", message, input: typed });
    return z.NEVER;
  });

export const nameField = requiredLine(80, "Your name", "Tell us your name.");

export const newPasswordField = z
  .string()
  .min(8, "Choose a password of at least 8 characters; 15 or more is better.")
  .max(128, "A password has at most 128 characters.")
  .refine(
    (password) => !isCommonPassword(password),
    "This password is one of the first that anybody would try. A few words in a row are easy to remember and hard to guess.",
  );
