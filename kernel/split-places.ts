import { mostSeparately, mostTogether, seatsOf, type SeatsProblem } from "./seats.ts";

/** How places for several people are sold: each as a ticket of its own, or all as one ticket. */
export const mannersOfSelling = ["separately", "together"] as const;
export type MannerOfSelling = (typeof mannersOfSelling)[number];

/** The fields of the sell form that say it, as typed. */
export type TypedPlaces = {
  [Name in "row" | "seat" | "admits" | "selling" | "unnumbered"]?: string | undefined;
};

export type SplitPlaces = {
  /** People in all. */
  people: number;
  /** Ticket by ticket; without a seat of its own where it has what was typed. */
  tickets: { seat?: string; admits: number }[];
  /** What is wrong, by the field's name. */
  problems: Record<string, string>;
};

const sentences: Record<SeatsProblem, string> = {
  backwards: "Write seats from the lower number to the higher, such as 12-15.",
  twice: "A seat stands here twice. Name each once.",
  "too-many": `A listing is for at most ${mostTogether} seats. List the others by themselves.`,
};
const tooManyTickets = `At most ${mostSeparately} tickets can be listed at once. List the others afterwards, or sell them only together.`;

/** The tickets that the places typed make. Several seats need a manner of selling; several people are one ticket without. */
export function splitPlaces(typed: TypedPlaces): SplitPlaces {
  const { row = "", seat = "", unnumbered = "" } = typed;
  const seats = seatsOf(seat);
  const split =
    typeof seats === "string"
      ? { people: 1, tickets: [{ admits: 1 }], problems: { seat: sentences[seats] } }
      : splitSound(typed, seats);
  const contradicted = unnumbered !== "" && { seat: seat.trim(), row: row.trim() };
  const names = Object.entries(contradicted || {}).filter(([, text]) => text !== "");
  const told = names.map(([name]) => [name, "General admission has none. Keep one of them."]);
  return { ...split, problems: { ...split.problems, ...Object.fromEntries(told) } };
}

function splitSound(typed: TypedPlaces, seats: string[]): SplitPlaces {
  const admits = admitted(typed);
  const separately = typed.selling === "separately";
  if (seats.length < 2) return separately ? onePerPerson(admits, seats) : asOne(admits);
  const people = seats.length;
  const problems: Record<string, string> = {};
  if (admits !== 1 && admits !== people)
    problems["admits"] = `You named ${people} seats: write ${people} here, or name other seats.`;
  if (!isManner(typed.selling) && admits !== people)
    problems["selling"] =
      `Say how you sell these ${people} seats: separately, or only together as one ticket.`;
  if (!separately) return { ...asOne(people), problems };
  if (people > mostSeparately) problems["seat"] = tooManyTickets;
  return { people, tickets: seats.map((seat) => ({ seat, admits: 1 })), problems };
}

function asOne(people: number): SplitPlaces {
  return { people, tickets: [{ admits: people }], problems: {} };
}

/** Places without numbers, one by one. */
function onePerPerson(people: number, seats: string[]): SplitPlaces {
  const problems: Record<string, string> = {};
  if (people > mostSeparately) problems["admits"] = tooManyTickets;
  if (people > 1 && seats.length === 1)
    problems["seat"] =
      `To sell ${people} tickets separately, name the seat of each, such as 12-15.`;
  const count = Math.min(people, mostSeparately);
  return { people, tickets: Array.from({ length: count }, () => ({ admits: 1 })), problems };
}

/** What is no number that a ticket may admit counts as one here: the field says so by itself. */
function admitted({ admits = "" }: TypedPlaces): number {
  const number = /^[0-9]{1,4}$/.test(admits.trim()) ? Number(admits) : 1;
  return number >= 1 && number <= mostTogether ? number : 1;
}

function isManner(selling: string | undefined): boolean {
  return mannersOfSelling.some((manner) => manner === selling);
}
