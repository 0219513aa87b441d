import { spawn } from "node:child_process";

/**
 * Runs a program of `node_modules/.bin`, or any other, on this terminal. Resolves to whether it succeeded, once
 * it has ended: a program that is interrupted still stops what it started.
 */
export function runProgram(
  command: string,
  programArguments: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, programArguments, {
      stdio: "inherit",
      env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}`, ...env },
    });
    let interrupted = false;
    // Ctrl-C reaches the program from the terminal; the other signals reach only this process.
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    const onSignal = (signal: NodeJS.Signals) => {
      interrupted = true;
      if (signal !== "SIGINT") child.kill(signal);
    };
    for (const signal of signals) process.on(signal, onSignal);
    const end = (succeeded: boolean) => {
      for (const signal of signals) process.off(signal, onSignal);
      resolve(succeeded && !interrupted);
    };
    child.once("error", (error) => {
      console.error(`${command} cannot be started: ${error.message}`);
      end(false);
    });
    child.once("exit", (code) => end(code === 0));
  });
}
