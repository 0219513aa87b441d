import { resourceMissing } from "./api-error.ts";

/** The object a path names. Throws the 404 that says which was asked for. */
export function findObject<T>(kind: string, objects: Record<string, T>, id: string): T {
  const object = objects[id];
  if (!object) throw resourceMissing(kind, id);
  return object;
}
