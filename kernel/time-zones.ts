import { foldText } from "./text.ts";

/** Names that replaced older ones, which some runtimes still report and list. Both are accepted; these are kept. */
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** The zones to choose from. Others that the runtime knows by name are accepted too. */
export const listedTimeZones: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf("timeZone").map(currentName), "UTC"]),
].toSorted();

const spellings = new Map(listedTimeZones.map((zone) => [zone.toLowerCase(), zone]));

function currentName(zone: string): string {
  const known = renamed[zone];
  return known && resolve(known) ? known : zone;
}

/** The zone as the runtime resolves it, which may be an older name of it. Null for what is none. */
function resolve(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * A time zone by any name that the runtime knows, spelled as it is listed. Null for what names none: an offset such
 * as +02:00 is no zone, because it does not follow the clocks of its place.
 */
export function timeZoneOf(name: string): string | null {
  const typed = name.trim().replaceAll(" ", "_");
  const listed = spellings.get(typed.toLowerCase());
  if (listed) return listed;
  const resolved = /^[a-z]/i.test(typed) ? resolve(typed) : null;
  return resolved && currentName(resolved);
}

/** The zone of nearly all of a country: its others are a village, or tell the same time. */
const nearlyAll: Record<string, string> = {
  AR: "America/Argentina/Buenos_Aires",
  DE: "Europe/Berlin",
};

/** Cities after which no zone is named, in countries that have several. Folded, as `foldText` does. */
const cities: Record<string, Record<string, string[]>> = {
  AU: {
    "Australia/Sydney": ["canberra", "newcastle", "wollongong"],
    "Australia/Melbourne": ["geelong"],
    "Australia/Brisbane": ["gold coast", "cairns"],
  },
  BR: {
    "America/Sao_Paulo": [
      "brasilia",
      "rio de janeiro",
      "belo horizonte",
      "curitiba",
      "porto alegre",
    ],
    "America/Bahia": ["salvador"],
  },
  CA: {
    "America/Toronto": ["ottawa", "montreal", "quebec", "hamilton"],
    "America/Edmonton": ["calgary"],
  },
  CL: { "America/Santiago": ["valparaiso", "concepcion"] },
  ES: {
    "Europe/Madrid": [
      "barcelona",
      "valencia",
      "sevilla",
      "seville",
      "bilbao",
      "malaga",
      "zaragoza",
    ],
    "Atlantic/Canary": ["las palmas", "santa cruz de tenerife"],
  },
  MX: { "America/Mexico_City": ["guadalajara", "puebla", "ciudad de mexico"] },
  NZ: { "Pacific/Auckland": ["wellington", "christchurch", "dunedin", "hamilton"] },
  PT: { "Europe/Lisbon": ["lisboa", "porto", "braga", "coimbra", "faro"] },
  US: {
    "America/New_York": [
      "washington",
      "boston",
      "philadelphia",
      "miami",
      "atlanta",
      "brooklyn",
      "cleveland",
      "pittsburgh",
      "baltimore",
      "orlando",
    ],
    "America/Chicago": [
      "houston",
      "dallas",
      "austin",
      "new orleans",
      "nashville",
      "minneapolis",
      "milwaukee",
      "st. louis",
    ],
    "America/Los_Angeles": [
      "san francisco",
      "san diego",
      "seattle",
      "portland",
      "las vegas",
      "oakland",
    ],
    "Pacific/Honolulu": ["waikiki"],
  },
};

type Place = { country: string; city: string };

/** The zone that country and city leave open to no doubt: the country's only one, or that of a city known to it. */
export function timeZoneOfPlace({ country, city }: Place, zones = zonesOf(country)): string | null {
  const [only, another] = zones;
  if (only && !another) return only;
  const folded = foldText(city);
  const namesake = zones.find((zone) => isNamedAfter(zone, city));
  if (namesake) return namesake;
  const known = Object.entries(cities[country] ?? {}).find(([, names]) => names.includes(folded));
  return known?.[0] ?? nearlyAll[country] ?? null;
}

export function isNamedAfter(zone: string, city: string): boolean {
  return foldText(lastPart(zone)) === foldText(city);
}

function lastPart(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** The zones of a country (ISO 3166-1 alpha-2), as they are listed. */
export function zonesOf(country: string): string[] {
  const zones = /^[A-Z]{2}$/.test(country) ? localeZones(country) : [];
  return zones.map(currentName);
}

/** ECMA-402's `getTimeZones`, which TypeScript does not know yet. */
function localeZones(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones(): string[] };
  return locale.getTimeZones();
}
