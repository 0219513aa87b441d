import { newId } from "../state/new-id.ts";
import type { StoredEvent } from "../state/stored-objects.ts";
import type { StrangeEvent, Strangeness } from "../state/webhook-delivery.ts";

export function strangeEvent(model: StoredEvent, kind: Strangeness): StrangeEvent {
  const event = { ...structuredClone(model), id: newId("evt") };
  if (kind === "wrong-livemode") return { ...event, livemode: true };
  const subject = model.type.split(".")[0];
  if (kind === "unknown-type") return { ...event, type: `${subject}.not_in_any_sdk_yet` };
  return { ...foreign(event), account: newId("acct", 16) };
}

/** The same event about objects of another account: every id is replaced, the same id always by the same one. */
function foreign(event: StoredEvent): StoredEvent {
  const replacements = new Map<string, string>();
  const replaced = JSON.stringify(event.data).replaceAll(
    /\b(pi|ch|re|pm|txn|dp|issfr)_[A-Za-z0-9]{24}/g,
    (id, prefix: string) => {
      const replacement = replacements.get(id) ?? newId(prefix);
      replacements.set(id, replacement);
      return replacement;
    },
  );
  const data = JSON.parse(replaced) as StoredEvent["data"]; // of the same shape, only the ids differ
  if ("metadata" in data.object) data.object.metadata = {};
  return { ...event, data };
}
