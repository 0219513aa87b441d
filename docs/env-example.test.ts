import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEnvironment } from "#kernel/environment.ts";

const example = readFileSync(".env.example", "utf8");
const named = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name ?? "");
const optional = {
  STRIPE_API_URL: "http://localhost:3100",
  SMTP_URL: "smtp://localhost",
  METRICS_TOKEN: "a token of some length",
};

test(".env.example names every variable that is read, once, and no other", () => {
  const { NODE_ENV: _, ...read } = readEnvironment({
    ...optional,
    DATABASE_URL: "postgres://localhost/rowlock",
  });
  expect(named.toSorted()).toEqual(Object.keys(read).toSorted());
});
