import type { Category } from "#kernel/categories.ts";
import type { Currency } from "#kernel/money.ts";

/** Acts, teams and people are invented, so that no real name stands beside an offer; the venues are real. */
export const demoPassword = "a ticket to ride";

export type DemoPerson = "ada" | "ben" | "zoe";

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
  malmo: place("Malmö Arena", "Malmö", "SE", "Europe/Stockholm", "sek"),
  zorlu: place("Zorlu PSM", "İstanbul", "TR", "Europe/Istanbul", "try"),
  liceu: place("Gran Teatre del Liceu", "Barcelona", "ES", "Europe/Madrid", "eur"),
  massey: place("Massey Hall", "Toronto", "CA", "America/Toronto", "cad"),
  bunka: place("Bunkamura Orchard Hall", "Tokyo", "JP", "Asia/Tokyo", "jpy"),
  tonhalle: place("Tonhalle", "Zürich", "CH", "Europe/Zurich", "chf"),
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
  event("Late Ferry", "concert", "brixton", 0, "22:30", 26),
  event("Let’s Dance Anyway", "concert", "massey", 0, "21:30", 48),
  event("Improbable Uncles", "comedy", "ryman", 0, "20:00", 35),
  event("Gece Vapuru", "concert", "zorlu", 1, "21:00", 900),
  event("Norra Ljuset", "concert", "malmo", 2, "19:30", 520),
  event("夜行列車", "concert", "bunka", 3, "18:00", 9800),
  event("The Glass Orchard", "theatre", "royalAlbert", 3, "19:30", 52),
  event("Unione Lago v Real Montclar", "match", "sanSiro", 4, "18:00", 66),
  event("Salt Road Sessions", "concert", "redRocks", 4, "18:30", 74),
  event("El Somni d’Òpal", "theatre", "liceu", 8, "19:00", 61),
  event("Malmö Kites v Östra Harbour", "match", "malmo", 11, "19:00", 310),
  event("Four Quiet Violins", "concert", "tonhalle", 13, "19:30", 85),
  event("Aunt Cordelia Explains", "comedy", "olympia", 15, "20:30", 33),
  event("Moss & Lantern", "concert", "paradiso", 17, "20:30", 31),
  event("The Long Weekend", "festival", "ziggo", 18, "13:00", 89),
  event("Cyrano in the Car Park", "theatre", "brixton", 19, "19:30", 38),
  event("Northgate Athletic v Old Mill Rovers", "match", "wembley", 22, "15:00", 57),
  event("Paper Moon Revue", "theatre", "opera", 26, "19:30", 88),
  event("Saltwater Choir", "concert", "elphi", 28, "20:00", 64),
  event("Kumo no Ue", "theatre", "bunka", 33, "17:00", 7600),
  event("Three Chords and the Weather", "concert", "ryman", 36, "19:00", 44),
  event("The Winter Kitchen", "other", "tonhalle", 38, "11:00", 25),
  event("A Fair of Small Presses", "other", "paradiso", 41, "10:00", 12),
  event("Hôtel des Nuages", "theatre", "olympia", 52, "20:00", 46),
];

export type DemoTicket = {
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
