import { dictionary } from "@zxcvbn-ts/language-common";

/** What is tried first on every account, the most common first; those that are too short anyway are no use here. */
const common = new Set(
  dictionary["passwords-common"].filter((password) => password.length >= 8).slice(0, 10_000),
);

/** Whether a password is among the ten thousand most common that are long enough, in upper or lower case. */
export function isCommonPassword(password: string): boolean {
  return common.has(password.toLowerCase());
}
