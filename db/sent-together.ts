/**
 * Waits for statements that were sent one behind the other, and throws what the first of them failed with.
 * The ones behind it then fail too, with nothing but "transaction aborted", and any of them may be heard of
 * first: whoever decides whether to try again has to see the cause.
 */
export async function sentTogether<Results extends readonly unknown[]>(
  ...statements: { [Index in keyof Results]: Promise<Results[Index]> }
): Promise<Results> {
  const settled = await Promise.allSettled(statements);
  const failed = settled.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
  return Promise.all(statements);
}
