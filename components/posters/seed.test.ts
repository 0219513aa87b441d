import { expect, test } from "vitest";
import { diceFor } from "./seed.ts";

test("the same name throws the same dice, for ever", () => {
  const throwFour = (name: string) => {
    const dice = diceFor(name);
    return [dice.roll(), dice.roll(), dice.between(10, 20), dice.pick(["a", "b", "c"])];
  };
  expect(throwFour("Björk")).toEqual(throwFour("Björk"));
  expect(throwFour("Björk")).toEqual(throwFour("Bjo\u0308rk"));
  expect(throwFour("Björk")).not.toEqual(throwFour("Radiohead"));
});

test("every choice comes up", () => {
  const choices = new Set(
    Array.from({ length: 200 }, (_, index) => diceFor(`event ${index}`).pick([1, 2, 3, 4])),
  );
  expect(choices.size).toBe(4);
});
