type TurnedAway = {
  status: 400 | 403 | 404 | 413 | 503;
  title: string;
  /** Why, and what to do next. */
  sentence: string;
};

/** Requests that are answered before any page or form of ours sees them, each with the words for it. */
export const turnedAway = {
  "database-away": {
    status: 503,
    title: "Our database does not answer",
    sentence:
      "This is our fault, and usually over within minutes. Nothing is bought or charged twice. What you typed is still in the form: wait a minute, then press the button again, or go back to the form first.",
  },
  "no-such-address": {
    status: 404,
    title: "There is nothing here",
    sentence: "The address may be mistyped or cut off. Everything on sale is one step away.",
  },
  "sent-from-elsewhere": {
    status: 403,
    title: "This was not sent from a page of ours",
    sentence: "Nothing was changed. Open the page here, then send the form again.",
  },
  "too-long": {
    status: 413,
    title: "That is more than any form of ours sends",
    sentence:
      "Nothing was changed. Go back to the form, shorten what you wrote, then send it again.",
  },
  "cut-short": {
    status: 400,
    title: "Your form did not arrive whole",
    sentence:
      "Nothing was changed. Check your connection, go back to the form, then send it again.",
  },
} satisfies Record<string, TurnedAway>;

export type TurnedAwayCode = keyof typeof turnedAway;

/** All of it in one text, which is what the script of a form gets. */
export function turnedAwayText(code: TurnedAwayCode): string {
  const { title, sentence } = turnedAway[code];
  return `${title}. ${sentence}`;
}

/** Which of them such a text stands for. */
export function turnedAwayBy(text: string): TurnedAwayCode | null {
  const codes = Object.keys(turnedAway) as TurnedAwayCode[]; // keys of a literal
  return codes.find((code) => turnedAwayText(code) === text) ?? null;
}
