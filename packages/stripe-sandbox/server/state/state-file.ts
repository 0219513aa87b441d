import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { emptyState, type SandboxState } from "./sandbox-state.ts";

/** Long enough to gather one request's changes into one write, short enough that a crash loses only a moment. */
const WRITE_DELAY_MS = 200;

export type StateFile = { load(): SandboxState; save(state: SandboxState): void; flush(): void };

/** Keeps the state in a file that is replaced whole (write, then rename), so a reader never sees half of it. */
export function openStateFile(path: string): StateFile {
  let unsaved: SandboxState | null = null;
  let timer: NodeJS.Timeout | null = null;
  let lastWriteMs = 0;

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!unsaved) return;
    const started = performance.now();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(unsaved));
    renameSync(`${path}.new`, path);
    unsaved = null;
    lastWriteMs = performance.now() - started;
  }

  return {
    load: () => readState(path),
    save(state) {
      unsaved = state;
      // A state that has grown large is written less often, so that writing takes at most a tenth of the time.
      timer ??= setTimeout(flush, Math.max(WRITE_DELAY_MS, lastWriteMs * 10));
    },
    flush,
  };
}

function readState(path: string): SandboxState {
  try {
    // The file is this program's own; fields a newer version added start empty.
    return { ...emptyState(), ...(JSON.parse(readFileSync(path, "utf8")) as SandboxState) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return emptyState();
    throw new Error(
      `The sandbox cannot read its state from ${path}. Delete the file to start empty.`,
      { cause: error },
    );
  }
}
