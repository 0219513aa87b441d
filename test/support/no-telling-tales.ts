import { beforeEach, vi } from "vitest";
import { reported } from "./reported.ts";

// Refusals and outages that tests bring about are logged as in earnest: kept for the test, not shown.
beforeEach(() => {
  reported.length = 0;
  const write = process.stdout.write.bind(process.stdout);
  vi.spyOn(process.stdout, "write").mockImplementation((...line: Parameters<typeof write>) => {
    if (typeof line[0] === "string" && line[0].startsWith('{"at":')) {
      reported.push(JSON.parse(line[0]));
      return true;
    }
    return write(...line);
  });
  return () => vi.mocked(process.stdout.write).mockRestore();
});
