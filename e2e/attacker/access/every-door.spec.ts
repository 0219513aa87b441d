import { expect, test } from "@playwright/test";
import { type Answers, everybody, type Row } from "./answers.ts";
import { type Door, listActionFiles, listDoors } from "./doors.ts";
import { type Answer, knock } from "./knock.ts";
import { matrix } from "./matrix.ts";
import { type Caller, callers, type Id, ids, openWorld, type World } from "./world.ts";

const doors = listDoors();

test("every page, route and action there is has its row in the matrix", () => {
  const missing = [...doors.keys()].filter((name) => !Object.hasOwn(matrix, name));
  expect(missing, howToAdd(missing)).toEqual([]);
  const gone = Object.keys(matrix).filter((name) => !doors.has(name));
  expect(gone, "Rows of e2e/attacker/access/matrix.ts for what is not there any more").toEqual([]);
});

test("a row says what it is that an id in its address is of", () => {
  const silent = [...doors].filter(([name, { path }]) => {
    const { of, addresses, given } = matrix[name] ?? {};
    return path.includes("[") && !of && !addresses && !given;
  });
  expect(silent.map(([name]) => name)).toEqual([]);
});

test("every file that says “use server” is known by its actions", () => {
  const known = new Set([...doors.keys()].map((name) => name.split(" ")[0]));
  expect(listActionFiles().filter((file) => !known.has(file))).toEqual([]);
});

/** Of a form, not of a script alone. */
const forms = [...doors].filter(([name, { kind }]) => kind === "action" && !matrix[name]?.byScript);

for (const [name, door] of forms) {
  test(`the same without JavaScript: ${name}`, async () => {
    const world = await openWorld();
    const row = matrix[name] ?? unwritten;
    const [cells, expected]: [Cells, Cells] = [{}, {}];
    for (const caller of callers) {
      const [answer, changes] = await askOnce(door, row, world, caller, "right", { plain: true });
      const [words = "", changed] = answerFor(row.expected[caller], "right").split("; changes ");
      // A page is shown where a script would be answered: what it says, other tests read.
      cells[caller] = [words.startsWith("to ") ? answer.words : "a page", changes].join("; ");
      expected[caller] = [words.startsWith("to ") ? words : "a page", changed ?? ""].join("; ");
    }
    await world.close();
    expect(cells).toEqual(expected);
  });
}

const elsewhere = { origin: "https://evil.example" };

test("no action is done for a page of another site, whoever is signed in", async () => {
  const world = await openWorld();
  const answers: Cells = {};
  for (const [name, door] of doors) {
    const row = matrix[name];
    if (door.kind !== "action" || !row) continue;
    const [answer, changes] = await askOnce(door, row, world, "owner", "right", {
      headers: elsewhere,
    });
    answers[name] = answer.words + changes;
  }
  await world.close();
  expect(new Set(Object.values(answers)), JSON.stringify(answers, null, 1)).toEqual(
    new Set(["403"]),
  );
});

test("a method that a route does not have is refused", async () => {
  for (const { path } of [...doors.values()].filter(({ kind }) => kind === "route")) {
    const own = [...doors.values()].flatMap((door) =>
      door.kind === "route" && door.path === path ? [door.method] : [],
    );
    for (const method of ["POST", "PUT", "PATCH", "DELETE"].filter((each) => !own.includes(each))) {
      const { words } = await knock({
        door: { kind: "route", path, method },
        cookie: "",
        thing: "1",
      });
      expect([method, path, words]).toEqual([method, path, "405"]);
    }
  }
});

function howToAdd(missing: string[]): string {
  const rows = missing.map((name) => `  "${name}": { expected: "…" },`);
  return [
    "Not in e2e/attacker/access/matrix.ts, where everything that can be asked says who may. Add:",
    ...rows,
    "with `of` if an id is in its address or fields, `given` for what an action is called with, and what each caller is to be",
    "answered. The test of the same name shows what that is now: judge, line by line, whether it is right.",
  ].join("\n");
}

/** So that the answers of today are shown, to be judged. */
const unwritten: Row = { expected: everybody("not in the matrix yet") };

/** For looking, which changes nothing: one in each process. */
let forLooking: Promise<World> | undefined;
test.afterAll(async () => (await forLooking)?.close());

for (const [name, door] of doors) {
  const row = matrix[name] ?? unwritten;
  test(`who may: ${name}`, async () => {
    const looks = door.kind === "page" || (door.kind === "route" && door.method === "GET");
    const world = await (looks ? (forLooking ??= openWorld()) : openWorld());
    try {
      expect(await askAll(door, row, world)).toEqual(expectedOf(row));
    } finally {
      if (!looks) await world.close();
    }
  });
}

type Cells = Record<string, string>;

async function askAll(door: Door, row: Row, world: World): Promise<Cells> {
  const cells: Cells = {};
  const bodies = new Map<Id, string>();
  for (const caller of callers) {
    for (const id of idsOf(row)) {
      const [answer, changes] = await askOnce(door, row, world, caller, id);
      cells[`${caller}, ${id}`] = [answer.words, changes && `changes ${changes}`]
        .filter(Boolean)
        .join("; ");
      expectHeaders(row, door, answer, `${caller}, ${id}`);
      if (row.kept && answer.words === "200")
        expect(answer.body, `the same for ${caller}`).toBe(bodies.get(id) ?? answer.body);
      bodies.set(id, answer.body);
      if (door.kind !== "page" || id !== "right") continue;
      const [forScript] = await askOnce(door, row, world, caller, id, { headers: { rsc: "1" } });
      expectHeaders(row, door, forScript, `${caller}, ${id}, by script`);
    }
  }
  return cells;
}

async function askOnce(
  door: Door,
  row: Row,
  world: World,
  caller: Caller,
  id: Id,
  more: { headers?: Record<string, string>; plain?: boolean } = {},
): Promise<[Answer, string]> {
  const thing = row.of ? await world.thing(row.of, id) : "";
  if (row.proven) await world.proveAll();
  const [address, given] = [row.addresses?.[id], row.given?.(thing, world)];
  const cookie = world.cookieOf(caller);
  let answer: Answer | undefined;
  const changes = await world.changesBy(caller, async () => {
    answer = await knock({ door, cookie, thing, address, given, ...more });
  });
  if (!answer) throw new Error("Nothing was asked.");
  return [answer, changes];
}

/**
 * What may depend on who is signed in is kept nowhere, neither by the browser nor on the way. Nothing is taken for what
 * it does not say it is, and no page stands in another's frame.
 */
function expectHeaders({ kept }: Row, door: Door, { words, headers }: Answer, cell: string): void {
  expect(headers.get("x-content-type-options"), `X-Content-Type-Options for ${cell}`).toBe(
    "nosniff",
  );
  if (door.kind === "page")
    expect(headers.get("content-security-policy"), cell).toContain("frame-ancestors 'none'");
  if (door.kind === "action" || (door.kind === "route" && door.method !== "GET")) return;
  const said = headers.get("cache-control");
  if (kept && words === "200" && said === kept) return;
  expect(said ?? "nothing said", `Cache-Control for ${cell}`).toMatch(/\bno-store\b/);
}

function idsOf({ of, addresses }: Row): Id[] {
  if (of) return [...ids];
  return addresses ? ids.filter((id) => addresses[id] !== undefined) : ["right"];
}

function expectedOf(row: Row): Cells {
  return Object.fromEntries(
    callers.flatMap((caller) =>
      idsOf(row).map((id) => [`${caller}, ${id}`, answerFor(row.expected[caller], id)]),
    ),
  );
}

function answerFor(answers: Answers, id: Id): string {
  return typeof answers === "string" ? answers : (answers[id] ?? "not said in the matrix");
}
