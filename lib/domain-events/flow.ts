import { z } from "zod";
import flow from "./flow.json" with { type: "json" };

/**
 * Who records which domain event, and who follows: what `npm run docs` finds in the calls of `recordDomainEvent` and in
 * the worker's list of subscriptions. A file, because neither can be asked for by the web app.
 */
const schema = z.object({
  recorders: z.array(
    z.object({
      event: z.string(),
      /** The service it belongs to: `orders`. */
      service: z.string(),
      /** The function that records it: `createOrder`. */
      command: z.string(),
      file: z.string(),
    }),
  ),
  followers: z.array(
    z.object({
      event: z.string(),
      /** The subscriber's name, which is its queue's. */
      subscriber: z.string(),
      does: z.string(),
      file: z.string(),
      /** The fact that says when it is due; without one, at once. */
      due: z.string().nullable(),
      retries: z.int(),
    }),
  ),
});

export type Flow = z.output<typeof schema>;
export type Recorder = Flow["recorders"][number];
export type Follower = Flow["followers"][number];

export function readFlow(): Flow {
  return schema.parse(flow);
}
