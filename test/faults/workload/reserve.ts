import type { OrderId, UserId } from "#kernel/ids.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import type { Random } from "../random.ts";
import { attempt } from "./attempt.ts";
import type { Displayed } from "./displayed-tickets.ts";
import { sendMessage } from "./send-message.ts";

const clicks = { once: 80, twice: 10, "in two tabs": 6, "on a wrong page": 4 };

/** Clicks on "Buy ticket", one way or another. Resolves to the order, or null when there is none. */
export async function reserve(
  buyerId: UserId,
  ticket: Displayed,
  way: string,
  random: Random,
): Promise<OrderId | null> {
  const how = random.weighted(clicks);
  const ticketVersion = how === "on a wrong page" ? ticket.version + 1_000 : ticket.version;
  const request = { ticketId: ticket.id, ticketVersion, requestKey: random.uuid() };
  const requests = [request];
  if (how === "twice") requests.push(request);
  if (how === "in two tabs") requests.push({ ...request, requestKey: random.uuid() });
  const answers = await Promise.all(
    requests.map((each) => attempt("createOrder", createOrder(buyerId, each))),
  );
  for (const answer of answers)
    if (answer.is === "refused") sendMessage({ type: "order-refused", code: answer.code });
  const made = answers.flatMap((answer) => (answer.is === "done" ? [answer.value] : []));
  if (how === "twice" && new Set(made).size > 1)
    sendMessage({ type: "violation", check: "one click, one order", detail: made.join(" and ") });
  for (const orderId of new Set(made)) {
    const { id: ticketId, price, currency } = ticket;
    sendMessage({ type: "order-created", orderId, ticketId, buyerId, price, currency, way });
  }
  return made[0] ?? null;
}
