import type { Call } from "../state/call.ts";
import { invalidParameter } from "./api-error.ts";
import { expandAnswer, requireExpandable } from "./expand.ts";
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
      if (method === "POST") requireWritable(path, form);
      const wanted = readParameters(definition.params, form);
      const expand = (listOf(form.expand) ?? []).map(String);
      requireExpandable(method, path, expand);
      return (call) => expandAnswer(call.state, definition.run(call, wanted, id), expand);
    },
  };
}

/** docs.stripe.com/changelog/endive/2026-09-30: gone from PaymentIntents, with a code of its own. */
function requireWritable(path: string, form: FormHash): void {
  const had = /^\/v1\/payment_intents(\/:id(\/confirm)?)?$/.test(path);
  if (!had || form.payment_method_types === undefined) return;
  throw invalidParameter(
    "payment_method_types_no_longer_supported",
    "payment_method_types",
    "The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types`, `excluded_payment_method_types` or `automatic_payment_methods` instead.",
  );
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
