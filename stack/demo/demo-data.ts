import type { Category } from "#kernel/categories.ts";
import type { Currency } from "#kernel/money.ts";

/** Acts, teams and people are invented, so that no real name stands beside an offer; the venues are real. */
export const demoPassword = "a ticket to ride";

export const demoUsers = [
  { name: "Ada Seller", email: "ada@rowlock.example" },
  { name: "Ben Buyer", email: "ben@rowlock.example" },
  { name: "Zoë Østergård-Nguyễn", email: "zoe@rowlock.example" },
] as const;

type Venue = { venue: string; city: string; country: string; timeZone: string; currency: Currency };

const place = (
  venue: string,
  city: string,
  country: string,
  timeZone: string,
  currency: Currency,
): Venue => ({
  venue,
  city,
  country,
  timeZone,
  currency,
});

export const venues = {
  paradiso: place("Paradiso", "Amsterdam", "NL", "Europe/Amsterdam", "eur"),
  ziggo: place("Ziggo Dome", "Amsterdam", "NL", "Europe/Amsterdam", "eur"),
  royalAlbert: place("Royal Albert Hall", "London", "GB", "Europe/London", "gbp"),
  brixton: place("O2 Academy Brixton", "London", "GB", "Europe/London", "gbp"),
  wembley: place("Wembley Stadium", "London", "GB", "Europe/London", "gbp"),
  elphi: place("Elbphilharmonie", "Hamburg", "DE", "Europe/Berlin", "eur"),
  waldbuehne: place("Waldbühne", "Berlin", "DE", "Europe/Berlin", "eur"),
  olympia: place("Olympia", "Paris", "FR", "Europe/Paris", "eur"),
  sanSiro: place("San Siro", "Milan", "IT", "Europe/Rome", "eur"),
  budokan: place("Nippon Budokan", "Tokyo", "JP", "Asia/Tokyo", "jpy"),
  ryman: place("Ryman Auditorium", "Nashville", "US", "America/Chicago", "usd"),
  redRocks: place("Red Rocks Amphitheatre", "Morrison", "US", "America/Denver", "usd"),
  opera: place("Sydney Opera House", "Sydney", "AU", "Australia/Sydney", "aud"),
} as const satisfies Record<string, Venue>;

type DemoEvent = {
  title: string;
  category: Category;
  at: keyof typeof venues;
  inDays: number;
  /** Local time of day. */
  time: string;
  face: number;
};

const event = (
  title: string,
  category: Category,
  at: keyof typeof venues,
  inDays: number,
  time: string,
  face: number,
): DemoEvent => ({ title, category, at, inDays, time, face });

/** `face` is the usual price in major units of the venue's currency. */
export const demoEvents = [
  event("The Paper Lanterns", "concert", "paradiso", 2, "20:30", 42),
  event("Nachtzug: Minimal Techno All Night", "festival", "waldbuehne", 3, "22:00", 58),
  event("Harbour City v Old Mill Rovers", "match", "wembley", 5, "15:00", 64),
  event("A Winter's Argument", "theatre", "royalAlbert", 6, "19:30", 48),
  event("Signal Mountain String Band", "concert", "ryman", 7, "20:00", 55),
  event("Tidewater Philharmonic: The Planets, Slowly", "concert", "elphi", 9, "20:00", 76),
  event("Mirela Voss: Nothing Rehearsed", "comedy", "brixton", 10, "19:00", 29),
  event("Kitsune Radio", "concert", "budokan", 12, "18:30", 8500),
  event("Atletico Meridiana v Unione Lago", "match", "sanSiro", 14, "20:45", 71),
  event("Les Horloges Molles", "theatre", "olympia", 16, "20:00", 39),
  event("Copper & Quartz", "concert", "redRocks", 20, "19:30", 82),
  event("The Understudies' Hamlet", "theatre", "opera", 24, "19:00", 95),
  event("Ministry of Small Hours", "concert", "ziggo", 30, "20:00", 67),
  event("Open Rail Festival: Saturday", "festival", "waldbuehne", 45, "12:00", 110),
  event("Harbour City v Northgate Athletic", "match", "wembley", 61, "17:30", 59),
  event("Ola Brandt Trio", "concert", "paradiso", 90, "20:30", 34),
];

type DemoTicket = {
  title: string;
  section?: string;
  row?: string;
  seat?: string;
  admits?: number;
  factor: number;
};

/** What each event's tickets look like, in turn. `factor` times the face value is the price asked. */
export const demoTickets: DemoTicket[] = [
  { title: "One ticket, standing", section: "Standing", factor: 1 },
  { title: "Two seats together", section: "112", row: "F", seat: "7–8", admits: 2, factor: 2.1 },
  {
    title: "Front stalls, a friend fell ill",
    section: "Stalls",
    row: "C",
    seat: "14",
    factor: 1.25,
  },
  { title: "Balcony, restricted view", section: "Balcony", row: "A", seat: "31", factor: 0.6 },
  { title: "Family of four", section: "204", row: "AA", seat: "1–4", admits: 4, factor: 3.6 },
];
