import type { Mutant } from "./mutant.ts";
import { orderMutants } from "./order-mutants.ts";
import { outboxMutants } from "./outbox-mutants.ts";
import { paymentMutants } from "./payment-mutants.ts";

/** Every guard the two promises stand on, missing in turn. */
export const mutants: Mutant[] = [...orderMutants, ...paymentMutants, ...outboxMutants];

export function mutantNamed(name: string): Mutant {
  const mutant = mutants.find((each) => each.name === name);
  if (!mutant) throw new Error(`There is no mutant "${name}".`);
  return mutant;
}
