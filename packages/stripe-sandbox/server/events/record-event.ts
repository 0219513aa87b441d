import type Stripe from "stripe";
import { apiVersion } from "../api/api-version.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { EventSubject, StoredEvent } from "../state/stored-objects.ts";
import { queueDelivery } from "../webhooks/queue-delivery.ts";

/** Keeps a copy of the object as it is now, and queues it for the webhook endpoint. */
export function recordEvent(
  call: Call,
  type: Stripe.Event.Type,
  subject: EventSubject,
  before?: Record<string, unknown>,
): StoredEvent {
  const event: StoredEvent = {
    id: newId("evt"),
    object: "event",
    api_version: apiVersion,
    created: call.now,
    data: { object: structuredClone(subject), ...(before ? { previous_attributes: before } : {}) },
    livemode: false,
    pending_webhooks: call.hasWebhook ? 1 : 0,
    request: { ...call.request },
    type,
  };
  call.state.events[event.id] = event;
  if (call.hasWebhook) queueDelivery(call.state, event, call.now * 1000);
  return event;
}
