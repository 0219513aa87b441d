import type { Category } from "#kernel/categories.ts";

type SeatWords = {
  /** What section, row and seat are there. */
  hint: string;
  /** Examples, shown while a field is empty; none where few have one. */
  section: string;
  row: string;
  /** Usual names of sections, to choose from or not. */
  sections: string[];
};

/** How people say where one sits or stands, by what they attend. */
export const seatWords: Record<Category, SeatWords> = {
  concert: {
    hint: "Standing, or the block with row and seat.",
    section: "Standing",
    row: "C",
    sections: ["Standing", "Front standing", "Stalls", "Balcony", "Block A"],
  },
  match: {
    hint: "The stand and its block, then row and seat.",
    section: "North, 112",
    row: "18",
    sections: ["North stand", "South stand", "East stand", "West stand", "Away end"],
  },
  theatre: {
    hint: "The part of the house, such as stalls or circle, then row and seat.",
    section: "Stalls",
    row: "C",
    sections: ["Stalls", "Dress circle", "Upper circle", "Balcony", "Box"],
  },
  comedy: {
    hint: "The part of the room, then row and seat, if they have numbers.",
    section: "Stalls",
    row: "C",
    sections: ["Stalls", "Balcony", "Table"],
  },
  festival: {
    hint: "What the ticket is for, such as a day or camping.",
    section: "Saturday",
    row: "",
    sections: ["Friday", "Saturday", "Sunday", "All days", "Camping"],
  },
  other: {
    hint: "As it is printed on the ticket, if it says so.",
    section: "Hall 2",
    row: "C",
    sections: [],
  },
};
