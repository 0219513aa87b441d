import { expect, test } from "vitest";
import { plainName, plainWords, quoted } from "./plain-words.ts";

/** What mail programs make links of: a scheme, www., a domain, an address of email, four numbers. */
const link =
  /\w+:\/\/|\bwww\.\S|[\p{L}\p{N}-]+[.。．｡․][\p{L}]{2,}|\S@\S|\b(?:mailto|javascript|tel|data|sms):\S|\d+\.\d+\.\d+/iu;

test.each([
  "Confirm your account at https://evil.example/confirm?x=1",
  "http://evil.example",
  "HTTPS://EVIL.EXAMPLE",
  "hxxps://evil[.]example and evil.example",
  "//evil.example/path",
  "https:/\\evil.example",
  "www.evil.example",
  "evil.example",
  "evil.co.uk/login",
  "пример.рф",
  "müller.example",
  "evil。example",
  "evil．example",
  "evil\u2024example",
  "ada@evil.example",
  "ada@localhost",
  "ada＠evil.example",
  "mailto:ada@evil.example",
  "javascript:alert(1)",
  "tel:+491234",
  "http:evil",
  "http://203.0.113.7/",
  "203.0.113.7",
  "evil\u200d.example",
  "evil.\u200bexample",
  "a.evil.example.b.evil.example",
  "evil.\nexample.com",
  "xn--80ak6aa92e.com",
])("%j is no link", (written) => {
  expect(plainWords(written, 200)).not.toMatch(link);
  expect(quoted(written, 200)).not.toMatch(link);
});

test.each([
  "The Paper Lanterns",
  "Nachtzug: Minimal Techno All Night",
  "Doors at 19:30, 4.50 a drink",
  "St. Pauli v Real Madrid",
  "Guns N’ Roses & friends… live!",
  "AC/DC",
  "Zoë Østergård-Nguyễn",
  "初音ミク（はつね）",
  "Wait...",
])("%j stays as it is", (written) => {
  expect(plainWords(written)).toBe(written);
});

test.each(["Evening\r\nBcc: all@example.com", "Evening\u2028Bcc: x", "Evening\u0000\u0085Bcc: x"])(
  "%j is one line",
  (written) => {
    expect(plainWords(written)).toMatch(/^Evening Bcc: [^\p{Cc}\p{Zl}\p{Zp}]+$/u);
  },
);

test("what is long is shortened, between characters and not within one", () => {
  expect(plainWords("🎟".repeat(200), 10)).toBe(`${"🎟".repeat(9)}…`);
  expect(plainWords("a".repeat(500))).toHaveLength(80);
});

test("nobody closes our quotation marks", () => {
  expect(quoted("Evening” – your account is closed, “click")).toBe(
    "“Evening' – your account is closed, 'click”",
  );
});

test.each([
  ["مهرجان 2031", "\u2068مهرجان 2031\u2069"],
  ["ערב", "\u2068ערב\u2069"],
  ["Evening", "Evening"],
])("%j keeps its direction to itself", (written, isolated) => {
  expect(plainWords(written)).toBe(isolated);
  expect(quoted(written)).toBe(`“${isolated}”`);
  expect(plainName(written)).toBe(written);
});

test("nobody turns the direction of what stands beside", () => {
  expect(plainWords("Evening \u202Egnp.\u202C \u2067x\u2069")).toBe("Evening gnp. x");
});

test("half a character is shown as one that could not be read", () => {
  expect(plainWords("Ada \ud83c")).toBe("Ada \ufffd");
});
