/** As many people as one ticket admits (`admits_somebody`). */
export const mostTogether = 20;
/** Tickets that one press of the sell form may list. */
export const mostSeparately = 8;

export type SeatsProblem = "backwards" | "twice" | "too-many";

/** Longer than a seat can be: not read any further. */
const longestLine = 200;
const dashes = /\s*[-\u2010-\u2015\u2212\u301C~]\s*/gu;
const oneSeat = /^\p{L}{0,3}\d{1,5}\p{L}?$/u;
const range = /^(?<block>\p{L}{0,3})(?<from>\d{1,5})-(?<again>\p{L}{0,3})(?<to>\d{1,5})$/u;

/**
 * The seats that a seller names, in the order named: "12-15" and "12, 13, 14" are several, "A1–A4" too. What is not
 * made of such numbers, such as "Box 3, left", is one seat; nothing is none.
 */
export function seatsOf(typed: string): string[] | SeatsProblem {
  const text = typed.slice(0, longestLine).normalize("NFKC").trim();
  if (text === "") return [];
  const parts = text
    .replace(dashes, "-")
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const isList = parts.length > 0 && parts.every((part) => oneSeat.test(part) || range.test(part));
  if (!isList) return [typed.trim()];
  const seats: string[] = [];
  for (const part of parts) {
    const named = seatsOfPart(part);
    if (typeof named === "string") return named;
    seats.push(...named);
    if (seats.length > mostTogether) return "too-many";
  }
  const folded = new Set(seats.map((seat) => seat.toUpperCase()));
  return folded.size < seats.length ? "twice" : seats;
}

/** A number, or those from one to another; null-padded as the first is. A range of two blocks is a seat by its name. */
function seatsOfPart(part: string): string[] | SeatsProblem {
  const { block = "", from = "", again = "", to = "" } = range.exec(part)?.groups ?? {};
  if (to === "" || (again !== "" && again.toUpperCase() !== block.toUpperCase())) return [part];
  const count = Number(to) - Number(from) + 1;
  if (count < 1) return "backwards";
  if (count > mostTogether) return "too-many";
  const digits = from.startsWith("0") ? from.length : 0;
  return Array.from(
    { length: count },
    (_, index) => `${block}${String(Number(from) + index).padStart(digits, "0")}`,
  );
}
