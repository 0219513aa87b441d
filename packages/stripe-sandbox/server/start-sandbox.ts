import { createServer, type Server } from "node:http";
import { type Controls, createControls } from "./control/controls.ts";
import { serveRequests } from "./http/serve-requests.ts";
import { type AlarmClock, createAlarmClock } from "./clock/alarm-clock.ts";
import { createObjectLock } from "./state/object-lock.ts";
import type { Sandbox } from "./state/sandbox.ts";
import { emptyState, type SandboxState } from "./state/sandbox-state.ts";
import { openStateFile } from "./state/state-file.ts";
import { createWebhookCourier } from "./webhooks/deliver-webhooks.ts";
import type { WebhookEndpoint } from "./state/webhook-endpoint.ts";

export type SandboxOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1, so that only this machine reaches it. */
  host?: string;
  webhook?: WebhookEndpoint | undefined;
  /** The file that keeps the state; without one, a stop forgets everything. */
  dataFile?: string | undefined;
};

export type RunningSandbox = Controls & {
  url: string;
  port: number;
  /** The live state, to read. `snapshot()` gives a copy that does not change. */
  state: Readonly<SandboxState>;
  stop(): Promise<void>;
};

/** Starts a sandbox in this process. Rejects when the port is taken (`code: 'EADDRINUSE'`). */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const file = options.dataFile ? openStateFile(options.dataFile) : null;
  const state = file?.load() ?? emptyState();
  let alarm: AlarmClock | null = null;
  const sandbox: Sandbox = {
    state,
    webhook: options.webhook ?? null,
    clockMs: () => Date.now() + state.clockOffsetMs,
    origin: "http://127.0.0.1",
    lock: createObjectLock(),
    keysInUse: new Set(),
    changed() {
      file?.save(state);
      alarm?.wake();
    },
  };
  const courier = createWebhookCourier(sandbox);
  const controls = createControls(sandbox, courier);
  const server = createServer(serveRequests(sandbox, controls));
  const port = await listen(server, options);
  sandbox.origin = `http://localhost:${port}`;
  alarm = createAlarmClock(sandbox, courier);
  alarm.wake();
  return {
    ...controls,
    url: sandbox.origin,
    port,
    state,
    async stop() {
      alarm?.stop();
      alarm = null;
      await courier.stop();
      await close(server);
      file?.flush();
    },
  };
}

function listen(server: Server, options: SandboxOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host ?? "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : options.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
