// Sends forms as a browser without JavaScript does.

export type Sender = {
  cookie: string;
  /** The address of the app, if it is another than the usual one. */
  home?: string;
};

export function appUrl(): string {
  return process.env["E2E_URL"] ?? "";
}

/** The answer to a plain GET, as this sender. */
export function get(
  sender: Sender,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch((sender.home ?? appUrl()) + path, {
    headers: { cookie: sender.cookie, ...headers },
    redirect: "manual",
  });
}

/**
 * Fills in the form of `path` that has a field called `marker`, and sends it. Hidden fields are sent as they are,
 * unless `fields` has them.
 */
export async function send(
  sender: Sender,
  path: string,
  marker: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: sender.home ?? appUrl() },
): Promise<Response> {
  const page = await get(sender, path);
  const body = new FormData();
  const hidden = hiddenFields(await page.text(), marker);
  for (const [name, value] of Object.entries({ ...hidden, ...fields })) body.set(name, value);
  const answer = await fetch((sender.home ?? appUrl()) + path, {
    method: "POST",
    body,
    headers: { cookie: sender.cookie, ...headers },
    redirect: "manual",
  });
  const cookie = answer.headers.getSetCookie().at(-1)?.split(";")[0];
  if (cookie) sender.cookie = cookie;
  return answer;
}

function hiddenFields(html: string, marker: string): Record<string, string> {
  const forms = html
    .split("<form")
    .slice(1)
    .map((part) => part.split("</form>")[0] ?? "");
  const form = forms.find((each) => each.includes(`name="${marker}"`));
  if (form === undefined) throw new Error(`No form with a field called ${marker}.`);
  const inputs = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]),
  );
}

function attribute(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}
