import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { appUrl } from "./plain-form.ts";

const megabyte = 1024 * 1024;
const contentTypes = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
];

/** An address for every page and route of the app, and one for none. */
function everyPath(): string[] {
  const files = globSync("app/**/{page.tsx,route.ts}");
  const paths = files.map((file) =>
    file
      .replace(/^app/, "")
      .replace(/\/(page\.tsx|route\.ts)$/, "")
      .replace("[...nextauth]", "callback/credentials")
      .replaceAll(/\[\w+\]/g, randomUUID()),
  );
  return [...paths, "/nothing-here", "/api/nothing-here", "/icon.svg"];
}

/** A body of so many megabytes that nobody said the length of. */
function inPieces(megabytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(64 * 1024).fill(120);
  let left = (megabytes * megabyte) / piece.length;
  return new ReadableStream({
    pull: (controller) => {
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(piece);
    },
  });
}

async function post(path: string, megabytes: number, headers: Record<string, string>) {
  // What TypeScript does not know: without this, fetch sends no stream.
  const request: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: inPieces(megabytes),
    headers: { origin: appUrl(), ...headers },
    redirect: "manual",
    duplex: "half",
  };
  const answer = await fetch(appUrl() + path, request);
  await answer.text();
  return answer.status;
}

/** What the web app's process holds, in bytes. */
function memoryOfWeb(): number {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", process.env["E2E_WEB_PID"] ?? ""]);
  return Number(kilobytes.toString()) * 1024;
}

test("no route reads a body that is too long, and memory stays as it was", async () => {
  const paths = everyPath();
  expect(paths.length).toBeGreaterThan(15);
  const before = memoryOfWeb();
  for (const path of paths) {
    for (const type of contentTypes) {
      const status = await post(path, 2, { "content-type": type });
      expect(status, `${path} ${type}`).toBe(413);
    }
    const action = {
      "content-type": "multipart/form-data; boundary=x",
      "next-action": "0".repeat(42),
    };
    expect(await post(path, 2, action), `${path}, as an action`).toBe(413);
  }
  await Promise.all(
    Array.from({ length: 10 }, () => post("/api/auth/callback/credentials", 20, {})),
  );
  expect(memoryOfWeb() - before).toBeLessThan(150 * megabyte); // of four hundred that were sent
  expect((await fetch(`${appUrl()}/api/health`)).status).toBe(200);
});

test("next-auth's routes say of what they cannot read that they cannot", async () => {
  for (const body of ["{", "null", "7", '"x"', "[]"]) {
    const answer = await fetch(`${appUrl()}/api/auth/callback/credentials`, {
      method: "POST",
      body,
      headers: { origin: appUrl(), "content-type": "application/json" },
    });
    expect(answer.status, body).toBe(400);
  }
});
