import { disputeOf } from "../money/open-dispute.ts";
import { scheduleWork } from "../state/schedule-work.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge } from "../state/stored-objects.ts";
import type { TestCard } from "../payment-methods/test-card.ts";

/** Disputes and fraud warnings of the test cards come this long after the capture. */
const DELAY_SECONDS = 1;

export function afterCapture(call: Call, charge: StoredCharge, { afterwards }: TestCard): void {
  const due = call.now + DELAY_SECONDS;
  if (disputeOf(afterwards))
    scheduleWork(call.state, { due, kind: "open-dispute", objectId: charge.id });
  if (afterwards === "fraud-warning")
    scheduleWork(call.state, { due, kind: "warn-of-fraud", objectId: charge.id });
}
