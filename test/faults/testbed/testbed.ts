import type { RunningSandbox } from "@rowlock/stripe-sandbox/types";
import type { Mutant } from "#test/mutants/mutant.ts";
import type { KillSchedule } from "../failpoints/kill-schedule.ts";
import type { Message } from "../messages.ts";
import type { DatabaseServer } from "./database-server.ts";
import type { SupervisedProcess } from "./supervise.ts";

/** Everything that runs during a run. */
export type Testbed = {
  server: DatabaseServer;
  sandbox: RunningSandbox;
  /** The web process, together with the people who use it. */
  workload: SupervisedProcess;
  workers: SupervisedProcess[];
  /** Which process is killed at which failpoint; null when none is. */
  kills: KillSchedule | null;
  /** When trade ends, in milliseconds. */
  until: number;
  stop(): Promise<void>;
};

export type TestbedOptions = {
  seed: number;
  folder: string;
  workers: number;
  loadMilliseconds: number;
  buyersAtOnce: number;
  sellersAtOnce: number;
  lockSeconds: number;
  /** Processes are killed at failpoints. */
  killsAtFailpoints: boolean;
  /** Transactions stay open for a while now and then. */
  pauses: boolean;
  /** Every process has a wrong clock of its own. */
  skewsClocks: boolean;
  /** The app is this mutant. */
  mutant?: Mutant | undefined;
  onMessage: (message: Message) => void;
  /** Called with how to stop each part once it has started: setting up may be interrupted. */
  onStarted: (stop: () => Promise<void>) => void;
};
