import { spawn } from "node:child_process";
import path from "node:path";

export type SandboxProgram = { url: string; stop(): Promise<void> };

/** The sandbox as a program of its own, empty, on a free port. Rejects with its output when it does not start. */
export function startSandboxProgram(): Promise<SandboxProgram> {
  const main = path.resolve(import.meta.dirname, "../../packages/stripe-sandbox/main.ts");
  const child = spawn(process.execPath, [main], {
    // Whatever this machine has set for a sandbox of its own is taken back: an empty line is "not set".
    env: {
      ...process.env,
      STRIPE_SANDBOX_PORT: "0",
      STRIPE_SANDBOX_HOST: "",
      STRIPE_SANDBOX_WEBHOOK_URL: "",
      STRIPE_SANDBOX_DATA: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return new Promise((resolve, reject) => {
    let output = "";
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /ready at (http\S+?),/.exec(output)?.[1];
      if (!url) return;
      resolve({
        url: url.replace("localhost", "127.0.0.1"),
        stop() {
          child.kill();
          return ended;
        },
      });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    void ended.then(() => reject(new Error(`The sandbox did not start:\n${output}`)));
  });
}
