/**
 * Waits for statements that were sent one behind the other, in the order in which they are named, and resolves
 * to their answers by name. Throws what the first of them failed with: the ones behind it fail too, but only with
 * "transaction aborted", and a caller who decides whether to try again needs the cause.
 */
export async function sentTogether<Answers extends Record<string, unknown>>(statements: {
  [Name in keyof Answers]: Promise<Answers[Name]>;
}): Promise<Answers> {
  const sent = Object.entries<Promise<unknown>>(statements);
  const settled = await Promise.allSettled(sent.map(([, statement]) => statement));
  const failed = settled.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
  const answers = await Promise.all(sent.map(async ([name, answer]) => [name, await answer]));
  return Object.fromEntries(answers) as Answers; // name by name
}
