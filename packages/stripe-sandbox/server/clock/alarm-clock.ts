import type { WebhookCourier } from "../webhooks/deliver-webhooks.ts";
import { beginCall } from "../state/call.ts";
import { runDueWork } from "./run-due-work.ts";
import type { Sandbox } from "../state/sandbox.ts";

/** The longest sleep: a timer counts at most 24 days, and stands still while a laptop sleeps. */
const LONGEST_SLEEP_MS = 60_000;

export type AlarmClock = { wake(): void; stop(): void };

/** Runs what is due, now and whenever the sandbox's clock reaches it. */
export function createAlarmClock(sandbox: Sandbox, courier: WebhookCourier): AlarmClock {
  let timer: NodeJS.Timeout | null = null;
  let wakesAt = Infinity;

  function ring(): void {
    timer = null;
    wakesAt = Infinity;
    runDueWork(beginCall(sandbox));
    courier.deliverDue();
    sleep();
  }

  function sleep(): void {
    const due = [
      ...sandbox.state.schedule.map((work) => work.due * 1000),
      courier.nextDueMs() ?? Infinity,
    ];
    const inMs = Math.min(
      LONGEST_SLEEP_MS,
      Math.max(0, due.reduce((soonest, at) => Math.min(soonest, at), Infinity) - sandbox.clockMs()),
    );
    setTimer(inMs);
  }

  function setTimer(inMs: number): void {
    if (timer && wakesAt <= Date.now() + inMs) return;
    if (timer) clearTimeout(timer);
    wakesAt = Date.now() + inMs;
    timer = setTimeout(ring, inMs);
    timer.unref();
  }

  return {
    wake: () => setTimer(0),
    stop() {
      if (timer) clearTimeout(timer);
    },
  };
}
