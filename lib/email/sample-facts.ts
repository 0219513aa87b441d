import { newId } from "#kernel/ids.ts";
import type { EmailFacts } from "./find-email-facts.ts";

type Written = {
  name: string;
  title: string;
  ticket: string;
  venue: string;
  city: string;
  section: string | null;
  row: string | null;
  seat: string | null;
};

/** As an order's facts, with the same words wherever somebody may have written them. */
function factsOf({ name, title, ticket, venue, city, section, row, seat }: Written): EmailFacts {
  const person = { name, email: "somebody@rowlock.example", verifiedAt: new Date("2030-01-01") };
  return {
    order: { id: newId<"order">(), price: 123_450, currency: "eur" },
    ticket: { id: newId<"ticket">(), title: ticket, section, row, seat, admits: seat ? 1 : 2 },
    event: {
      title,
      venue,
      city,
      startsAt: new Date("2031-05-17T18:30:00Z"),
      timeZone: "Europe/Amsterdam",
      cancelledAt: null,
    },
    buyer: person,
    seller: person,
  };
}

const everywhere = (text: string): Written => ({
  name: text,
  title: text,
  ticket: text,
  venue: text,
  city: text,
  section: text,
  row: text,
  seat: text,
});

/** What every email is previewed and tested with: the usual, and what is hard on it. */
export const sampleFacts: Record<string, EmailFacts> = {
  usual: factsOf({
    name: "Ada Seller",
    title: "The Paper Lanterns",
    ticket: "Two seats, front stalls",
    venue: "Paradiso",
    city: "Amsterdam",
    section: "Front stalls",
    row: null,
    seat: null,
  }),
  "long words": factsOf({
    name: "Wolfeschlegelsteinhausenbergerdorff-Østergård-Nguyễn the Third",
    title:
      "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz: the musical, with all of its songs",
    ticket:
      "One of the very last seats there are, and as far to the front as anybody may sit without playing along",
    venue: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch Community Hall",
    city: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
    section: "Upper circle, on the left hand side of those who enter by the northern staircase",
    row: "ZZ",
    seat: "1048576",
  }),
  "right to left": factsOf({
    name: "محمد الأمين",
    title: "مهرجان الموسيقى 2031",
    ticket: "כרטיס אחד, שורה 3",
    venue: "قاعة الاحتفالات 12",
    city: "القاهرة",
    section: "يسار 4",
    row: "3",
    seat: "ז 7",
  }),
  "markup and a link": factsOf(
    everywhere(
      `</p><script>alert("1")</script> <a href='https://evil.example/'>now</a> & www.evil.example`,
    ),
  ),
  "a header": factsOf(
    everywhere("Ada\r\nBcc: all@elsewhere.example\u0000\ud800\u202e\u2028\r\n.\r\nQUIT"),
  ),
  emoji: factsOf(everywhere("🎟👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿".repeat(12))),
};
