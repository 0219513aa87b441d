import { parseArgs } from "node:util";
import { z } from "zod";
import type { Mutant } from "#test/mutants/mutant.ts";
import { mutants as allMutants } from "#test/mutants/mutants.ts";
import { type FaultName, faultNames } from "./faults/fault-names.ts";

export type Options = {
  seeds: number[];
  loadSeconds: number;
  faults: FaultName[];
  /** Instead of the app as it is, these mutants in turn, each of which must be killed. */
  mutants: Mutant[];
};

/** Long enough for a thousand orders; with what comes before and after it, less than three minutes. */
const usualSeconds = 130;

/** Those that a check of the fault suite must kill. */
const runnable = allMutants.filter(({ killedBy }) => killedBy.faultSuite);
const runnableNames = runnable.map(({ name }) => name);

const number = z.coerce.number().int().positive();
const optionsSchema = z.object({
  seed: number.optional(),
  seeds: number.optional(),
  minutes: z.coerce.number().positive().optional(),
  seconds: number.optional(),
  mutants: z.boolean().optional(),
  controls: z.boolean().optional(),
  mutant: z
    .enum(runnableNames, `There are these mutants:\n  ${runnableNames.join("\n  ")}`)
    .optional(),
  faults: z
    .string()
    .transform((names) => names.split(",").filter(Boolean))
    .pipe(z.array(z.enum(faultNames, `There are these faults: ${faultNames.join(", ")}.`)))
    .optional(),
});

/** Reads the command line. Throws with a sentence when it makes no sense. */
export function readOptions(commandLine: string[], random: () => number): Options {
  const { values } = parseArgs({
    args: commandLine.filter((argument) => argument !== "--"),
    options: {
      seed: { type: "string" },
      seeds: { type: "string" },
      minutes: { type: "string" },
      seconds: { type: "string" },
      faults: { type: "string" },
      mutant: { type: "string" },
      mutants: { type: "boolean" },
      controls: { type: "boolean" }, // the same, by its first name
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { seed, seeds, minutes, seconds, faults = faultNames, mutant, ...all } = parsed.data;
  const one = seed ?? Math.ceil(random() * 99_999);
  const wanted = runnable.filter(({ name }) => all.mutants || all.controls || name === mutant);
  return {
    seeds: seeds ? Array.from({ length: seeds }, (_, index) => index + 1) : [one],
    loadSeconds: seconds ?? (minutes ? Math.round(minutes * 60) : usualSeconds),
    faults: [...faults],
    mutants: wanted,
  };
}
