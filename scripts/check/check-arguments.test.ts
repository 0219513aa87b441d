import { expect, test } from "vitest";
import { readCheckArguments } from "./check-arguments.ts";

const exists = (path: string) => ["kernel", "lib/orders"].includes(path);

test("no words mean everything", () => {
  expect(readCheckArguments([], exists)).toEqual({ fix: false, paths: [], unknown: undefined });
});

test("files and folders are passed on, with or without mending them", () => {
  const paths = ["kernel", "lib/orders"];
  expect(readCheckArguments(paths, exists)).toEqual({ fix: false, paths, unknown: undefined });
  expect(readCheckArguments(["--fix", ...paths], exists)).toEqual({
    fix: true,
    paths,
    unknown: undefined,
  });
});

test("a path that is not there, or an option that is not known, is named", () => {
  expect(readCheckArguments(["kernel", "kernal"], exists).unknown).toBe("kernal");
  expect(readCheckArguments(["--fxi", "kernel"], exists).unknown).toBe("--fxi");
});
