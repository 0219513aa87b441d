/** Runs `work` for 0, 1, … `count - 1`, `atOnce` at a time, and returns how many of them a second. */
export async function perSecond(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const lanes = Array.from({ length: atOnce }, async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  });
  await Promise.all(lanes);
  return (count / (performance.now() - started)) * 1000;
}
