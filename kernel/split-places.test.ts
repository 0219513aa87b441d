import { expect, test } from "vitest";
import { splitPlaces, type TypedPlaces } from "./split-places.ts";

const separately = { selling: "separately" };
const together = { selling: "together" };

const sound: [string, TypedPlaces, unknown[]][] = [
  ["nothing said", {}, [{ admits: 1 }]],
  ["one seat", { seat: "12" }, [{ admits: 1 }]],
  ["two people, as ever", { admits: "2" }, [{ admits: 2 }]],
  ["a seat of two people", { seat: "Box 3", admits: "2" }, [{ admits: 2 }]],
  ["as many seats as people, as ever", { seat: "12–15", admits: "4" }, [{ admits: 4 }]],
  ["together", { seat: "12-15", ...together }, [{ admits: 4 }]],
  ["together, counted", { seat: "12-15", admits: "4", ...together }, [{ admits: 4 }]],
  ["together, twenty", { seat: "1-20", ...together }, [{ admits: 20 }]],
  [
    "separately",
    { seat: "A1-A3", ...separately },
    ["A1", "A2", "A3"].map((seat) => ({ seat, admits: 1 })),
  ],
  ["separately, counted", { seat: "1, 7", admits: "2", ...separately }, ["1", "7"].map(alone)],
  ["no numbers, separately", { admits: "3", ...separately }, [1, 2, 3].map(() => ({ admits: 1 }))],
  ["one, separately", { seat: "12", ...separately }, [{ admits: 1 }]],
  ["no numbered place", { unnumbered: "on", admits: "2" }, [{ admits: 2 }]],
];

function alone(seat: string) {
  return { seat, admits: 1 };
}

test.each(sound)("%s", (_, typed, tickets) => {
  expect(splitPlaces(typed)).toMatchObject({ tickets, problems: {} });
});

const wrong: [TypedPlaces, string[]][] = [
  [{ seat: "12-15" }, ["selling"]],
  [{ seat: "12-15", selling: "as I like" }, ["selling"]],
  [{ seat: "12-15", admits: "3", ...together }, ["admits"]],
  [{ seat: "12-15", admits: "3" }, ["admits", "selling"]],
  [{ seat: "1-9", ...separately }, ["seat"]],
  [{ seat: "15-12", ...separately }, ["seat"]],
  [{ seat: "12,12", ...together }, ["seat"]],
  [{ seat: "1-9999" }, ["seat"]],
  [{ admits: "9", ...separately }, ["admits"]],
  [{ seat: "12", admits: "3", ...separately }, ["seat"]],
  [{ seat: "12", row: "C", unnumbered: "on" }, ["row", "seat"]],
];

test.each(wrong)("%j is told at %j", (typed, fields) => {
  expect(Object.keys(splitPlaces(typed).problems).toSorted()).toEqual(fields);
});

test.each(["", "0", "-1", "two", "1e1", "999", "x".repeat(10_000)])(
  "%o is no number of people: the field says so by itself",
  (admits) => expect(splitPlaces({ admits })).toMatchObject({ people: 1, problems: {} }),
);
