import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { lookForABrokenStory, play } from "./play.ts";
import { sentence, type Step } from "./steps.ts";
import { openFlows } from "./open-flows.ts";

openFlows();
beforeEach(async () => void (await db().delete(rateLimits)));

/** More by `STORIES=500`, others by `SEED=7`. */
const runs = Number(process.env["STORIES"] ?? 10);
const seed = Number(process.env["SEED"] ?? 20_261_201);

test("no story breaks what always holds", { timeout: 240_000 + runs * 10_000 }, async () => {
  await lookForABrokenStory({ runs, seed });
});

test("a story is told in sentences", () => {
  const story: Step[] = [
    { does: "list" },
    { does: "buy", who: "Ben" },
    { does: "wait", minutes: 16 },
    { does: "pay", who: "Ben", card: "good" },
  ];
  expect(story.map(sentence).join(" ")).toBe(
    "Ada lists a ticket. Ben starts to buy it. 16 minutes pass. Ben pays with a card that is good.",
  );
});

test("a story that breaks something is told, the shortest there is", async () => {
  const how = async (story: readonly Step[]) => {
    const bought = story.findIndex(({ does }) => does === "buy");
    if (bought >= 0 && story.slice(bought).some(({ does }) => does === "cancel"))
      throw new Error("Nobody may ever cancel.");
  };
  const found = lookForABrokenStory({ runs: 200, seed, how }).catch(
    (error: Error) => error.message,
  );
  expect((await found)?.split("\n").slice(0, 3)).toEqual([
    "1. Ben starts to buy it.",
    "2. Ben cancels the order.",
    "Nobody may ever cancel.",
  ]);
});

test("paid a minute late, while another buys it: one of them has it, and one is not charged", async () => {
  await play([
    { does: "list" },
    { does: "buy", who: "Ben" },
    { does: "wait", minutes: 16 },
    { does: "buy", who: "Zoe" },
    { does: "pay", who: "Ben", card: "good" },
    { does: "pay", who: "Zoe", card: "good" },
    { does: "work" },
  ]);
});
