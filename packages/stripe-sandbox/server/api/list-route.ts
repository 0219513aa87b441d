import type { Call } from "../state/call.ts";
import { isInRange, type Listed, listPage, type pageParams } from "./list-page.ts";
import type { Shape } from "./parameters.ts";
import { type Route, route } from "./route.ts";

type ListShape = Shape & typeof pageParams & { created: "range" };

type Definition<S extends ListShape, T extends Listed> = {
  params: S;
  objects(call: Call): T[];
  /** The parameters that an object must equal in the field of the same name. */
  equal: readonly (keyof S & keyof T & string)[];
};

/** A list that is narrowed by `created` and by parameters named like the fields they compare. */
export function listRoute<S extends ListShape, T extends Listed>(
  path: string,
  { params, objects, equal }: Definition<S, T>,
): Route {
  return route<ListShape>("GET", path, {
    params,
    run(call, wanted) {
      const matching = objects(call).filter(
        (object) =>
          isInRange(object.created, wanted.created) &&
          equal.every((name) => wanted[name] === undefined || wanted[name] === object[name]),
      );
      return listPage(path, matching, wanted);
    },
  });
}
