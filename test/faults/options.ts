import { parseArgs } from "node:util";
import { z } from "zod";
import { type FaultName, faultNames } from "./faults/catalogue.ts";

export type Options = {
  seeds: number[];
  loadSeconds: number;
  faults: FaultName[];
  /** Instead of all that: with each guard taken out in turn, it must be noticed. */
  controls: boolean;
};

/** Long enough for a thousand orders; with what comes before and after it, less than three minutes. */
const usualSeconds = 130;

const number = z.coerce.number().int().positive();
const optionsSchema = z.object({
  seed: number.optional(),
  seeds: number.optional(),
  minutes: z.coerce.number().positive().optional(),
  seconds: number.optional(),
  controls: z.boolean().optional(),
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
      ...{ seed: { type: "string" }, seeds: { type: "string" }, faults: { type: "string" } },
      ...{ minutes: { type: "string" }, seconds: { type: "string" } },
      controls: { type: "boolean" },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { seed, seeds, minutes, seconds, faults = faultNames, controls = false } = parsed.data;
  const one = seed ?? Math.ceil(random() * 99_999);
  return {
    seeds: seeds ? Array.from({ length: seeds }, (_, index) => index + 1) : [one],
    loadSeconds: seconds ?? (minutes ? Math.round(minutes * 60) : usualSeconds),
    ...{ faults, controls },
  };
}
