import type { Call } from "../state/call.ts";
import { expandAnswer } from "./expand.ts";
import { type FormHash, listOf } from "./form-encoding.ts";
import { type Parameters, readParameters, type Shape } from "./parameters.ts";

/** One endpoint of the API. `prepare` checks the parameters; the function it returns does the work. */
export type Route = {
  method: "GET" | "POST";
  path: string;
  /** Whether a browser may call it with a publishable key. */
  browser: boolean;
  prepare(form: FormHash, id: string): (call: Call) => object;
};

type Definition<S extends Shape> = {
  params: S;
  browser?: boolean;
  run(call: Call, wanted: Parameters<S>, id: string): object;
};

/** `path` may hold one `:id`. */
export function route<S extends Shape>(
  method: Route["method"],
  path: string,
  definition: Definition<S>,
): Route {
  return {
    method,
    path,
    browser: definition.browser ?? false,
    prepare(form, id) {
      const wanted = readParameters(definition.params, form);
      const expand = (listOf(form.expand) ?? []).map(String);
      return (call) => expandAnswer(call.state, definition.run(call, wanted, id), expand);
    },
  };
}

export function findRoute(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; id: string } | null {
  for (const candidate of routes) {
    const found =
      candidate.method === method
        ? new RegExp(`^${candidate.path.replace(":id", "([^/]+)")}$`).exec(path)
        : null;
    if (found) return { route: candidate, id: decodeURIComponent(found[1] ?? "") };
  }
  return null;
}
