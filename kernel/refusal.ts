import { type RefusalCode, type RefusalDetails, refusals } from "./refusals.ts";

/** The reason of a refusal: one member of a closed union, so a switch over `code` knows `details`. */
export type RefusalReason = {
  [Code in RefusalCode]: { code: Code; details: RefusalDetails[Code] };
}[RefusalCode];

/** The business says no. Thrown, so that the transaction around it rolls back by itself. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(reason.code, options);
    this.name = "Refusal";
    this.reason = reason;
  }
}

/** Details may be left out where there are none. */
type Given<Code extends RefusalCode> = {} extends RefusalDetails[Code]
  ? [details?: RefusalDetails[Code]]
  : [details: RefusalDetails[Code]];

/** A refusal as a value, for a decision that is to be taken without throwing. */
export function refusalReason<Code extends RefusalCode>(
  code: Code,
  ...[details = {} as RefusalDetails[Code]]: Given<Code> // left out only where there are none
): RefusalReason {
  return { code, details } as RefusalReason; // the parameters pair code and details
}

/** Throws a `Refusal`. */
export function refuse<Code extends RefusalCode>(code: Code, ...details: Given<Code>): never {
  throw new Refusal(refusalReason(code, ...details));
}

/** What the person reads: why, and what to do next. */
export function refusalSentence({ code, details }: RefusalReason): string {
  const sentence = refusals[code].sentence as (details: RefusalReason["details"]) => string; // same code, same details
  return sentence(details);
}

/** Whether it tells how a ticket, its event or an order stands now, which may not be what the page shows. */
export function tellsOfTheMarket({ code }: RefusalReason): boolean {
  return ["ticket", "event", "order"].includes(refusals[code].about);
}
