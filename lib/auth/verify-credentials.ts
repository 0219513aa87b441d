import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import type { UserId } from "#kernel/ids.ts";
import { emailField } from "./account-fields.ts";
import { pretendToVerify, verifyPassword } from "./password.ts";

const credentials = z.object({ email: emailField, password: z.string().min(1).max(128) });

/** The user with this email and password, or null. Takes the same time either way. */
export async function verifyCredentials(given: unknown): Promise<UserId | null> {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const [user] = await db().select().from(users).where(eq(users.email, email));
  const right = user
    ? await verifyPassword(user.passwordHash, password)
    : await pretendToVerify(password);
  return user && right ? user.id : null;
}
