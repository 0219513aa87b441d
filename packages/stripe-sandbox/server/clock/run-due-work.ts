import { failRefund, finishRefund } from "../money/finish-refund.ts";
import { decideDispute } from "../money/decide-dispute.ts";
import { openDispute } from "../money/open-dispute.ts";
import { warnOfFraud } from "../money/warn-of-fraud.ts";
import { settleChargeLater } from "../money/settle-charge.ts";
import { cancelIntent } from "../payments/cancel-payment-intent.ts";
import type { Call } from "../state/call.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import type { ScheduledKind, ScheduledWork } from "../state/scheduled-work.ts";

/** Runs the scheduled work whose time has come. Each kind checks that it still applies. */
export function runDueWork(call: Call): void {
  for (const work of takeDueWork(call.state, call.now)) run[work.kind](call, work.objectId);
}

const run: Record<ScheduledKind, (call: Call, id: string) => void> = {
  "settle-charge"(call, id) {
    const charge = call.state.charges[id];
    if (charge) settleChargeLater(call, charge);
  },
  "finish-refund"(call, id) {
    const refund = call.state.refunds[id];
    if (refund) finishRefund(call, refund);
  },
  "fail-refund"(call, id) {
    const refund = call.state.refunds[id];
    if (refund) failRefund(call, refund);
  },
  "expire-authorization"(call, id) {
    const intent = call.state.payment_intents[id];
    if (intent?.status === "requires_capture") cancelIntent(call, intent, "automatic");
  },
  "open-dispute"(call, id) {
    const charge = call.state.charges[id];
    if (charge) openDispute(call, charge);
  },
  "decide-dispute"(call, id) {
    const dispute = call.state.disputes[id];
    if (dispute) decideDispute(call, dispute);
  },
  "warn-of-fraud"(call, id) {
    const charge = call.state.charges[id];
    if (charge) warnOfFraud(call, charge);
  },
};

/** Removes what is due from the schedule and returns it, oldest first. */
function takeDueWork(state: SandboxState, now: number): ScheduledWork[] {
  const due = state.schedule.filter((work) => work.due <= now).toSorted((a, b) => a.due - b.due);
  state.schedule = state.schedule.filter((work) => work.due > now);
  return due;
}
