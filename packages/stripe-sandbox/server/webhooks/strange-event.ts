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

/** The same story about a PaymentIntent, a charge and so on of somebody else. */
function foreign(event: StoredEvent): StoredEvent {
  const strangers = new Map<string, string>();
  const told = JSON.stringify(event.data).replaceAll(
    /\b(pi|ch|re|pm|txn|dp|issfr)_[A-Za-z0-9]{24}/g,
    (id, prefix: string) => {
      const stranger = strangers.get(id) ?? newId(prefix);
      strangers.set(id, stranger);
      return stranger;
    },
  );
  const data = JSON.parse(told) as StoredEvent["data"]; // of the same shape, only the ids differ
  if ("metadata" in data.object) data.object.metadata = {};
  return { ...event, data };
}
