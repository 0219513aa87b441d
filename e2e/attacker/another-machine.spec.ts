import { networkInterfaces } from "node:os";
import { expect, test } from "@playwright/test";
import { appUrl } from "./plain-form.ts";

const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ internal, family }) => !internal && family === "IPv4");

test("what `npm start` brings answers this machine alone", async () => {
  const { port } = new URL(appUrl());
  for (const { address } of outside)
    await expect(fetch(`http://${address}:${port}/api/health`)).rejects.toThrow("fetch failed");
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
});
