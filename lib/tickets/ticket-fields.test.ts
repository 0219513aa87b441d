import { expect, test } from "vitest";
import { z } from "zod";
import { ticketFields } from "./ticket-fields.ts";

const { admits, section, title } = z.object(ticketFields).shape;

test.each([
  ["1", 1],
  ["20", 20],
  [" 3 ", 3],
  ["007", 7],
  [undefined, 1],
])("%j admits %i", (typed, people) => expect(admits.parse(typed)).toBe(people));

test.each(["", "0", "21", "0x10", "1e1", "٣", "３", "1.5", "-2", "+2", "2 3", "two", "Infinity"])(
  "%j admits nobody, and says so in words",
  (typed) => expect(admits.safeParse(typed).error?.issues[0]?.message).toMatch(/ticket admits/),
);

test("what people write of a ticket is kept as they wrote it", () => {
  expect(title.parse("  ２ صندلی\u200Cها  👨‍👩‍👧 ")).toBe("２ صندلی\u200Cها 👨‍👩‍👧");
  expect(section.parse("\u200B")).toBeNull();
  expect(section.safeParse("\u3164").success).toBe(false);
});
