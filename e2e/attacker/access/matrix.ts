import { randomUUID } from "node:crypto";
import { goodListing } from "../mallory.ts";
import { accountActions, accountPages, accountRoutes } from "./account-rows.ts";
import { operatorActions, operatorPages, operatorRoutes } from "./operator-rows.ts";
import { developerActions, developerPages, developerRoutes } from "./developer-rows.ts";
import { signInActions, signInPages, signInRoutes } from "./sign-in-rows.ts";
import {
  type Answers,
  everybody,
  formOfOwner,
  ownersAlone,
  type Row,
  sameFor,
  whereThere,
} from "./answers.ts";

const pages: Record<string, Row> = {
  "/": { expected: everybody("200") },
  "/events/[slug]": { of: "event", expected: everybody(whereThere) },
  "/help": { expected: everybody("200") },
  "/orders": { expected: sameFor("200") },
  "/orders/[id]": { of: "order", expected: ownersAlone("200") },
  "/privacy": { expected: everybody("200") },
  "/refunds": { expected: everybody("200") },
  "/sales": { expected: sameFor("200") },
  "/sign-in": { expected: everybody("200") },
  "/sign-up": { expected: everybody("200") },
  "/terms": { expected: everybody("200") },
  "/tickets/[id]": { of: "ticket", expected: everybody(whereThere) },
  "/tickets/[id]/edit": { of: "ticket", expected: ownersAlone("200") },
  "/tickets/new": { expected: sameFor("200") },
};

const routes: Record<string, Row> = {
  "GET /api/auth/[...nextauth]": {
    addresses: { malformed: "/api/auth/1'--", right: "/api/auth/session" },
    expected: everybody({ malformed: "400", right: "200" }),
  },
  "POST /api/auth/[...nextauth]": {
    addresses: { malformed: "/api/auth/1'--", right: "/api/auth/callback/credentials" },
    expected: everybody({ malformed: "400", right: "to /api/auth/signin" }), // no token of next-auth's came with it
  },
  "GET /api/events/[slug]/live": { of: "event", kept: "no-cache", expected: everybody(whereThere) },
  "GET /api/health": { expected: everybody("200") },
  "GET /api/health/live": { expected: everybody("200") },
  "GET /api/health/ready": { expected: everybody("200") },
  "GET /api/market/live": {
    addresses: { malformed: "/api/market/live?events=1", missing: "/api/market/live" },
    expected: everybody({ malformed: "404", missing: "404" }),
  },
  "GET /api/places": { kept: "public, max-age=60", expected: everybody("200") },
  "GET /api/sellable-events": { expected: everybody("200") },
  "GET /api/suggestions": { kept: "public, max-age=10", expected: everybody("200") },
  "GET /api/tickets/[id]/live": { of: "ticket", kept: "no-cache", expected: everybody(whereThere) },
  "POST /api/webhooks/stripe": { expected: everybody("400") }, // Stripe did not sign it
  "GET /events/[slug]/calendar.ics": { of: "event", expected: everybody(whereThere) },
  "GET /events/[slug]/shared/[print]": {
    addresses: {
      malformed: "/events/none/shared/1'--",
      missing: `/events/none/shared/${"0".repeat(16)}.png`,
    },
    expected: everybody("404"),
  },
  "GET /icon.svg": { kept: "public, max-age=0, must-revalidate", expected: everybody("200") },
  "GET /orders/[id]/return": {
    of: "order",
    expected: sameFor("to /orders/[it]", "to /orders/[it]"), // which is where others are told that it is not there
  },
  "GET /orders/[id]/standing": { of: "order", expected: ownersAlone("200", "404", "404") },
  "GET /posters/[category]/[print]": {
    addresses: { malformed: "/posters/heist/1'--", right: "/posters/concert/00000001-400.svg" },
    expected: everybody({ malformed: "404", right: "200" }),
  },
  "GET /robots.txt": { kept: "public, max-age=0, must-revalidate", expected: everybody("200") },
  "GET /sitemap.xml": { kept: "public, max-age=3600", expected: everybody("200") },
  "GET /sitemaps/[part]": {
    kept: "public, max-age=3600",
    addresses: {
      malformed: "/sitemaps/1'--",
      missing: "/sitemaps/none.xml",
      right: "/sitemaps/pages.xml",
    },
    expected: everybody({ malformed: "404", missing: "404", right: "200" }),
  },
};

const formOf = (ticketId: string) => ({ ticketId, version: "1" });
const noOrder = "answers refused, over";
const wrongPassword = "refused wrong-email-or-password";
const begun = "owner's sessions, owner's sign_in_places";
const signsIn = (changes: string): Answers => ({
  malformed: wrongPassword,
  missing: wrongPassword,
  foreign: wrongPassword,
  right: `to /; changes ${changes}`,
});
const buys = (right: string): Answers => ({
  malformed: "refused invalid-input",
  missing: "404",
  foreign: "to /orders/[new]; changes own orders, stranger's tickets",
  right,
});

const actions: Record<string, Row> = {
  "app/_parts/sign-out-action.ts signOutAction": {
    expected: sameFor("to /; changes own sessions", "to /"),
  },
  "app/orders/[id]/actions.ts cancelOrderAction": {
    of: "order",
    given: (orderId) => ({ orderId }),
    expected: formOfOwner("to /orders/[it]; changes own orders, seller's tickets"),
  },
  "app/orders/[id]/actions.ts startPaymentAction": {
    of: "order",
    byScript: true,
    given: (orderId) => [orderId],
    expected: ownersAlone(
      "answers clientSecret; changes own charges, own orders",
      noOrder,
      noOrder,
    ),
  },
  "app/orders/[id]/actions.ts settleAttemptAction": {
    of: "order",
    byScript: true,
    given: (orderId) => [orderId],
    expected: everybody("answers null"),
  },
  "app/orders/[id]/actions.ts reportPayTroubleAction": {
    of: "order",
    byScript: true,
    given: (orderId) => [orderId, { type: "a_test" }],
    expected: everybody("answers undefined"),
  },
  "app/sign-in/actions.ts signInAction": {
    of: "email",
    given: (email, { people: { owner } }) => ({
      email,
      password: email === owner.email ? owner.password : "not their password",
    }),
    expected: {
      ...sameFor(signsIn(`own sessions, ${begun}`), signsIn(begun)),
      owner: signsIn("own sessions, own sign_in_places"),
    },
  },
  "app/tickets/[id]/actions.ts createOrderAction": {
    of: "ticket",
    given: (ticketId) => ({ ticketId, ticketVersion: "1", requestKey: randomUUID() }),
    expected: {
      ...sameFor(buys("to /orders/[new]; changes own orders, owner's tickets")),
      owner: buys("refused own-ticket"),
    },
  },
  "app/tickets/[id]/actions.ts withdrawTicketAction": {
    of: "ticket",
    given: formOf,
    expected: formOfOwner("to /tickets/[it]; changes own tickets"),
  },
  "app/tickets/[id]/edit/actions.ts updateTicketAction": {
    of: "ticket",
    given: (thing) => ({ ...goodListing, ...formOf(thing), price: "46" }),
    expected: formOfOwner("to /tickets/[it]; changes own tickets"),
  },
  "app/tickets/new/actions.ts createTicketAction": {
    given: () => ({ ...goodListing, event: `An event ${randomUUID()}`, requestKey: randomUUID() }),
    expected: sameFor("to /tickets/[new]; changes own tickets"),
  },
};

/**
 * Who may what: everything that can be asked of the app, by its name in `listDoors`, with what each caller is answered and
 * whose rows it changes. Whatever is not said to change stays as it was.
 */
export const matrix: Record<string, Row> = {
  ...pages,
  ...accountPages,
  ...signInPages,
  ...operatorPages,
  ...routes,
  ...accountRoutes,
  ...signInRoutes,
  ...operatorRoutes,
  ...actions,
  ...accountActions,
  ...signInActions,
  ...operatorActions,
  ...developerPages,
  ...developerRoutes,
  ...developerActions,
};
