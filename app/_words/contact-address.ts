import { environment } from "#kernel/environment.ts";

/** The address of "Rowlock <tickets@rowlock.example>": whoever answers an email of ours writes there too. */
export function contactAddress(): string {
  const from = environment().MAIL_FROM;
  return /<([^<>]+)>/.exec(from)?.[1] ?? from;
}
