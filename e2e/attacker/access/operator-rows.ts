import { type Answers, operatorsAlone, type Row, sameFor, signIn } from "./answers.ts";
import type { Caller } from "./world.ts";

/** A page about something: to operators it is there where the thing is, whoever's it is. */
const aboutThing: Answers = { malformed: "404", missing: "404", foreign: "200", right: "200" };
const pageAbout: Record<Caller, Answers> = {
  ...sameFor("404"),
  weakOperator: "to /account/sign-in",
  operator: aboutThing,
};

export const operatorPages: Record<string, Row> = {
  "/operator": { expected: operatorsAlone("200") },
  "/operator/flow": { expected: operatorsAlone("200") },
  "/operator/dead-letters": { expected: operatorsAlone("200") },
  "/operator/orders/[id]": { of: "order", expected: pageAbout },
  "/operator/tickets/[id]": { of: "ticket", expected: pageAbout },
  "/operator/people/[id]": { of: "person", expected: pageAbout },
};

export const operatorRoutes: Record<string, Row> = {
  "GET /api/metrics": { expected: sameFor("404", "404") }, // nobody has a token for them
};

/** An act of an operator: to others it is as if it were not there, but for what is a mistake in a field. */
const act = (granted: Answers): Record<Caller, Answers> => {
  const refused = { malformed: "refused invalid-input" };
  const others = { ...refused, missing: "404", foreign: "404", right: "404" };
  const weak = "to /account/sign-in";
  return {
    ...sameFor(others),
    weakOperator: { ...refused, missing: weak, foreign: weak, right: weak },
    operator: granted,
  };
};
const why = "Somebody asked for it";
const actions = "app/operator/actions.ts";

export const operatorActions: Record<string, Row> = {
  [`${actions} redriveAction`]: {
    of: "order", // as good an id as any: there is no such dead letter
    given: (jobId) => ({ jobId, why }),
    expected: act({
      malformed: "refused invalid-input",
      missing: "refused no-such-dead-letter",
      foreign: "refused no-such-dead-letter",
      right: "refused no-such-dead-letter",
    }),
  },
  [`${actions} redriveAllAction`]: {
    given: () => ({ why }),
    expected: { ...sameFor("404"), weakOperator: "to /account/sign-in", operator: "done" },
  },
  [`${actions} replayAction`]: {
    of: "order",
    given: (domainEventId) => ({ domainEventId, subscriber: "mail-sale", why }),
    expected: act({
      malformed: "refused invalid-input",
      missing: "404",
      foreign: "404",
      right: "404",
    }),
  },
  [`${actions} refundAction`]: {
    of: "order", // nothing was paid for it
    given: (orderId) => ({ orderId, why }),
    expected: act({
      malformed: "refused invalid-input",
      missing: "404",
      foreign: "404",
      right: "404",
    }),
  },
  [`${actions} takeOffMarketAction`]: {
    of: "ticket",
    given: (ticketId) => ({ ticketId, why }),
    expected: act({
      malformed: "refused invalid-input",
      missing: "404",
      foreign: "done; changes stranger's tickets",
      right: "done; changes owner's tickets",
    }),
  },
  [`${actions} switchOffAction`]: {
    of: "person",
    given: (userId) => ({ userId, why }),
    expected: {
      ...act({
        malformed: "refused invalid-input",
        missing: "404",
        foreign: "done; changes stranger's sessions, stranger's users",
        right: "done; changes owner's sessions, owner's users",
      }),
      owner: signIn, // who was switched off by then
    },
  },
  [`${actions} switchOnAction`]: {
    of: "person",
    given: (userId) => ({ userId, why }),
    expected: act({
      malformed: "refused invalid-input",
      missing: "404",
      foreign: "refused already-so",
      right: "refused already-so",
    }),
  },
};
