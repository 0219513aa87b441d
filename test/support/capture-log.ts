import { beforeEach, vi } from "vitest";
import { capturedLog } from "./captured-log.ts";

// The log lines of refusals and outages that a test brings about are kept for the test instead of shown.
beforeEach(() => {
  capturedLog.length = 0;
  const write = process.stdout.write.bind(process.stdout);
  vi.spyOn(process.stdout, "write").mockImplementation((...line: Parameters<typeof write>) => {
    if (typeof line[0] === "string" && line[0].startsWith('{"at":')) {
      capturedLog.push(JSON.parse(line[0]));
      return true;
    }
    return write(...line);
  });
  return () => vi.mocked(process.stdout.write).mockRestore();
});
