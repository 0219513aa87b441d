import { expect, test } from "vitest";
import { parseEmailAddress } from "./email-address.ts";

test.each([
  "a&b@example.com",
  "a_b=c@example.com",
  "a/b@example.com",
  "x!y@example.com",
  "o'hara@example.com",
  "#$%*?^`{|}~-+@example.com",
  "first.last+tag@sub.example.co.uk",
  "1@1.example",
])("%s is an address", (address) => expect(parseEmailAddress(address)).toBe(address));

test.each([
  ["info@müller.example", "info@xn--mller-kva.example"],
  ["Info@MÜLLER.Example", "info@xn--mller-kva.example"],
  ["info@mu\u0308ller.example", "info@xn--mller-kva.example"],
  ["info@xn--mller-kva.example", "info@xn--mller-kva.example"],
  ["post@почта.рф", "post@xn--80a1acny.xn--p1ai"],
  ["a@例え.jp", "a@xn--r8jz45g.jp"],
  ["a@straße.de", "a@xn--strae-oqa.de"],
])("%s is kept as %s", (typed, kept) => expect(parseEmailAddress(typed)).toBe(kept));

test.each([
  ["a full-width @", "ada＠example.com"],
  ["full width in the domain", "ada@ｅxample.com"],
  ["the Kelvin sign in the domain", "ada@\u212Aate.com"],
  ["a ligature in the domain", "ada@ﬁle.com"],
  ["an ideographic full stop", "ada@example。com"],
  ["a soft hyphen", "ada@exam\u00ADple.com"],
  ["an override", "ada@\u202Eexample.com"],
  ["a Cyrillic sign among Latin ones", "ada@ex\u0430mple.com"],
  ["the same in the form of DNS", "ada@xn--exmple-4nf.com"],
  ["a whole label that imitates", "ada@\u0430\u0440\u0440\u04CF\u0435.com"],
  ["the same in the form of DNS, whole", "ada@xn--80ak6aa92e.com"],
  ["another script before the @", "\u0430da@example.com"],
  ["a dotless i", "ada@\u0131xample.com"],
  ["two dots", "a..b@example.com"],
  ["a dot at an edge", ".a@example.com"],
  ["no domain to speak of", "ada@localhost"],
  ["a number for a domain", "ada@127.0.0.1"],
  ["an address in brackets", "ada@[127.0.0.1]"],
  ["two @", "a@b@example.com"],
  ["nothing before the @", "@example.com"],
  ["a port", "ada@example.com:25"],
  ["a path", "ada@example.com/x"],
  ["65 characters before the @", `${"a".repeat(65)}@example.com`],
  [
    "255 characters",
    `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example`,
  ],
  ["a line break", "ada@example.com\nbcc: x@example.com"],
  ["nothing", ""],
])("with %s it is none", (_, typed) => expect(parseEmailAddress(typed)).toBeNull());
