import type { ApiErrorBody } from "../api/api-error.ts";
import { newId } from "../state/new-id.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import { nextRandom } from "../state/seeded-random.ts";

/** How a call fails: the connection is cut, no answer ever comes, or an error is answered. */
export type Failure =
  | "reset"
  | "no-answer"
  | {
      status: number;
      type?: ApiErrorBody["type"];
      code?: string;
      message?: string;
      /** The idempotency key answers the same error again, as Stripe does once it has begun to execute. */
      kept?: boolean;
    };

export type FaultRequest = {
  method?: "GET" | "POST";
  /** A path where `*` stands for one part and `**` for the rest. */
  path: string;
  /** How many calls it hits; `null` is every one. One, unless told. */
  times?: number | null;
  /** Of the calls that match, how many are hit; drawn from `seed`, so a run repeats. */
  probability?: number;
  seed?: number;
  latencyMs?: number;
  /** Fails before anything happened. */
  before?: Failure;
  /** Everything happened, and the caller does not get to know; `truncated` breaks off in the middle of the answer. */
  after?: Failure | "truncated";
  /** The `Stripe-Should-Retry` header of the error. */
  shouldRetry?: boolean;
};

export type Fault = FaultRequest & { id: string; left: number | null; randomState: number };

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

/** The fault that hits this call, counted down. */
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
