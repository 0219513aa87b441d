import { invalidParameter } from "./api-error.ts";

export function requireOneOf<T extends string>(
  param: string,
  value: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw invalidParameter(
    "parameter_invalid_string",
    param,
    `Invalid ${param}: must be one of ${choices.join(", ")}`,
  );
}
