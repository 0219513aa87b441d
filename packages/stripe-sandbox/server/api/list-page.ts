import { invalidParameter, resourceMissing } from "./api-error.ts";
import type { Parameters, Shape, TimeRange } from "./parameters.ts";

export const pageParams = {
  limit: "integer",
  starting_after: "string",
  ending_before: "string",
  expand: "strings",
} satisfies Shape;

export type Listed = { id: string; object: string; created: number };

export type ListPage<T> = { object: "list"; data: T[]; has_more: boolean; url: string };

/** Newest first, as every Stripe list is. `objects` come in the order they were made. */
export function listPage<T extends Listed>(
  url: string,
  objects: T[],
  page: Parameters<typeof pageParams>,
): ListPage<T> {
  const limit = page.limit ?? 10;
  if (limit < 1 || limit > 100)
    throw invalidParameter(
      "parameter_invalid_integer",
      "limit",
      "Limit must be between 1 and 100.",
    );
  const newestFirst = objects.toReversed();
  if (page.ending_before !== undefined) {
    const before = newestFirst.slice(
      0,
      positionOf(newestFirst, page.ending_before, "ending_before"),
    );
    return { object: "list", data: before.slice(-limit), has_more: before.length > limit, url };
  }
  const start =
    page.starting_after === undefined
      ? 0
      : positionOf(newestFirst, page.starting_after, "starting_after") + 1;
  return {
    object: "list",
    data: newestFirst.slice(start, start + limit),
    has_more: newestFirst.length > start + limit,
    url,
  };
}

function positionOf(objects: Listed[], id: string, param: string): number {
  const position = objects.findIndex((object) => object.id === id);
  if (position < 0) throw resourceMissing(objects[0]?.object ?? "object", id, param);
  return position;
}

export function isInRange(created: number, range: TimeRange | undefined): boolean {
  if (!range) return true;
  return (
    created > (range.gt ?? -Infinity) &&
    created >= (range.gte ?? -Infinity) &&
    created < (range.lt ?? Infinity) &&
    created <= (range.lte ?? Infinity)
  );
}
