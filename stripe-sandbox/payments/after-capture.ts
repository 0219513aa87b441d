import { scheduleWork } from "../state/schedule-work.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge } from "../state/stored-objects.ts";
import type { TestCard } from "./test-cards.ts";

/** The dispute card's buyer complains a moment after paying. */
const DISPUTE_DELAY_SECONDS = 1;

export function afterCapture(call: Call, charge: StoredCharge, card: TestCard): void {
  if (card.afterwards === "dispute") {
    scheduleWork(call.state, {
      due: call.now + DISPUTE_DELAY_SECONDS,
      kind: "open-dispute",
      objectId: charge.id,
    });
  }
}
