import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "#lib/operations/start-problem.ts";

/**
 * Makes the folder and marks it as this process's, because two databases in one folder destroy each other. Returns
 * how to give it back. Throws a `StartProblem` when another process has it; a mark left by a process that died is
 * taken over.
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const mark = path.join(folder, "running.pid");
  const holder = readHolder(mark);
  if (holder !== null)
    throw new StartProblem(
      `Rowlock is running already from ${folder} (process ${holder}). Stop it with Ctrl-C where it runs or with: kill ${holder}. To run a second one beside it: ROWLOCK_DATA=.data-2 PORT=3001 npm start`,
    );
  writeFileSync(mark, String(process.pid));
  return () => rmSync(mark, { force: true });
}

function readHolder(mark: string): number | null {
  const pid = Number.parseInt(read(mark), 10);
  return Number.isInteger(pid) && pid !== process.pid && isStart(pid) ? pid : null;
}

/** Whether that process lives and is one of ours: after a restart of the machine the number may be anybody's. */
function isStart(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = read(`/proc/${pid}/cmdline`); // where there is none, as on a Mac, to live is enough
  return command === "" || command.includes("start.ts");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
