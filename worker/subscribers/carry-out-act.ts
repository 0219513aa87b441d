import { findAct } from "#lib/operator/find-act.ts";
import { findDomainEvent } from "#lib/operator/find-domain-event.ts";
import { jobIdOf } from "#lib/domain-events/job-id.ts";
import type { JobData } from "../job-data.ts";
import { deadLetters } from "../operators-queues.ts";
import type { Subscriber } from "../subscription.ts";

/** As many as pg-boss moves in one statement. */
const batch = 1000;

export const carryOutAct: Subscriber<"OperatorActed"> = {
  name: "carry-out-act",
  does: "Tries dead letters again, and replays domain events, as an operator asked.",
  run: async ({ data }, jobs) => {
    const act = await findAct(data.actId);
    if (!act) return; // pruned: it is two years old
    const { jobId, before, domainEventId, subscriber } = act.details;
    if (jobId) await jobs.redrive(deadLetters, { ids: [jobId] });
    if (before) await redriveBefore(new Date(before));
    const event = domainEventId && subscriber ? await findDomainEvent(domainEventId) : null;
    if (!event || !subscriber) return;
    const { occurredAt, ...facts } = event;
    const payload: JobData = { ...facts, occurredAt: occurredAt.toISOString() };
    await jobs.insert(subscriber, [{ id: jobIdOf(act.id, subscriber), data: payload }]);

    async function redriveBefore(createdBefore: Date): Promise<void> {
      while ((await jobs.redrive(deadLetters, { createdBefore, limit: batch })) === batch);
    }
  },
};
