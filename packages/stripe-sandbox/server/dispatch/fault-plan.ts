import type { Fault, FaultRequest } from "../state/fault.ts";
import { newId } from "../state/new-id.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import { nextRandom } from "../state/seeded-random.ts";

export function addFault(state: SandboxState, request: FaultRequest): Fault {
  const fault = {
    ...request,
    id: newId("fault", 8),
    left: request.times === undefined ? 1 : request.times,
    randomState: request.seed ?? 1,
  };
  state.faults.push(fault);
  return fault;
}

export function clearFaults(state: SandboxState): void {
  state.faults = [];
}

/** The fault that hits this call; the use is counted. */
export function takeFault(state: SandboxState, method: string, path: string): Fault | null {
  for (const fault of state.faults) {
    if (!applies(fault, method, path)) continue;
    if (fault.left !== null) fault.left -= 1;
    return { ...fault };
  }
  return null;
}

export function keepsFailure({ before, after }: Fault): boolean {
  const failure = before ?? after;
  return typeof failure === "object" && failure.kept === true;
}

function applies(fault: Fault, method: string, path: string): boolean {
  if (
    fault.left === 0 ||
    (fault.method && fault.method !== method) ||
    !matchesPath(fault.path, path)
  )
    return false;
  if (fault.probability === undefined) return true;
  const drawn = nextRandom(fault.randomState);
  fault.randomState = drawn.state;
  return drawn.value < fault.probability;
}

export function matchesPath(pattern: string, path: string): boolean {
  const expression = pattern
    .split("/")
    .map((part) =>
      part === "**" ? ".*" : part === "*" ? "[^/]+" : part.replaceAll(/[^\w-]/g, "\\$&"),
    )
    .join("/");
  return new RegExp(`^${expression}$`).test(path);
}
