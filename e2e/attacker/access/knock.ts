import { appUrl } from "../plain-form.ts";
import type { Door } from "./doors.ts";

export type Asked = {
  door: Door;
  cookie: string;
  /** Stands for what is in brackets in the door's address. */
  thing: string;
  /** Another address than the one the thing makes. */
  address?: string | undefined;
  /** What an action is called with: the fields of a form, or the arguments of a function. */
  given?: Record<string, string> | unknown[] | undefined;
  headers?: Record<string, string>;
  /** Send the form of an action as a browser does that runs no script. */
  plain?: boolean;
};

export type Answer = {
  /** `200`, `404`, `to /sign-in`, `refused own-ticket`, `done`, or what a function returned. */
  words: string;
  headers: Headers;
  body: string;
};

/** Asks as a program does that knows no page of ours: what no form offers is sent all the same. */
export async function knock(asked: Asked): Promise<Answer> {
  const { door, cookie, thing, headers = {} } = asked;
  const address = asked.address ?? addressFor(door.path, thing);
  const answer = await fetch(appUrl() + address, {
    ...(door.kind === "action" ? bodyOf(door.action, asked) : request(door)),
    // What a script asks of a page, Next leads to an address of its own.
    redirect: headers["rsc"] ? "follow" : "manual",
    headers: {
      origin: appUrl(),
      cookie,
      ...(door.kind === "action" &&
        !asked.plain && { "next-action": door.action, accept: "text/x-component" }),
      ...headers,
    },
  });
  const body = await answer.text();
  return {
    words: inWords(door, answer, body, thing),
    headers: answer.headers,
    body,
  };
}

function addressFor(path: string, thing: string): string {
  return path.replace(/\[[^/]+\]/, () => encodeURIComponent(thing));
}

function request(door: Exclude<Door, { kind: "action" }>): RequestInit {
  return { method: door.kind === "page" ? "GET" : door.method };
}

function bodyOf(action: string, { given = {}, plain }: Asked): RequestInit {
  return plain && !Array.isArray(given) ? submit(action, given) : call(action, given);
}

/** As React writes a form into a page: which action it is for stands in hidden fields. */
function submit(action: string, fields: Record<string, string>): RequestInit {
  const body = new FormData();
  if (action.startsWith("00")) body.set(`$ACTION_ID_${action}`, "");
  else {
    body.set("$ACTION_REF_1", "");
    body.set("$ACTION_1:0", JSON.stringify({ id: action, bound: "$@1" }));
    body.set("$ACTION_1:1", '[{"status":"idle"}]');
    body.set("$ACTION_KEY", "k");
  }
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: "POST", body };
}

/** As React writes the arguments of an action: a form's action is called with a state and the form. */
function call(action: string, given: Record<string, string> | unknown[]): RequestInit {
  if (Array.isArray(given)) return { method: "POST", body: JSON.stringify(given) };
  const body = new FormData();
  for (const [name, value] of Object.entries(given)) body.set(`_1_${name}`, value);
  // Next writes into the id how many arguments an action takes: one that takes none gets the form alone.
  body.set("0", action.startsWith("00") ? '["$K1"]' : '[null,"$K1"]');
  return { method: "POST", body };
}

function inWords(door: Door, { status, headers }: Response, body: string, thing: string): string {
  const target = headers.get("x-action-redirect")?.split(";")[0] ?? headers.get("location");
  if (target) return `to ${nameOf(target, thing)}`;
  const isPage = headers.get("content-type")?.startsWith("text/html");
  if (door.kind !== "action" || status !== 200 || isPage) return String(status);
  const returned = /^1:(.*)$/m.exec(body)?.[1] ?? "nothing";
  return returnedInWords(returned);
}

/** What stands in brackets for ids, so that it can be foretold. */
function nameOf(target: string, thing: string): string {
  const { pathname, origin } = new URL(target, appUrl());
  const elsewhere = origin === new URL(appUrl()).origin ? "" : origin;
  const named = elsewhere + decodeURIComponent(pathname);
  return named
    .replace(thing || "\0", "[it]")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, "[new]");
}

function returnedInWords(returned: string): string {
  const value: unknown = returned.startsWith('"$undefined') ? undefined : JSON.parse(returned);
  if (typeof value !== "object" || value === null) return `answers ${JSON.stringify(value)}`;
  if ("code" in value) return `refused ${String(value.code)}`;
  if ("status" in value) return String(value.status);
  return `answers ${Object.keys(value).join(", ")}`;
}
