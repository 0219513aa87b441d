import type Stripe from "stripe";
import { findObject } from "../api/find-object.ts";
import { isInRange, listPage, pageParams } from "../api/list-page.ts";
import { expandOnly, type Kind } from "../api/parameters.ts";
import { type Route, route } from "../api/route.ts";
import { matchesType } from "../webhooks/matches-type.ts";

const listParams = {
  ...pageParams,
  created: "range",
  delivery_success: "boolean",
  type: "string",
  types: "strings",
} as const satisfies Record<keyof Stripe.EventListParams, Kind>;

/** Stripe lets events be listed for thirty days. */
const LISTED_SECONDS = 30 * 24 * 3600;

export const eventRoutes: Route[] = [
  route("GET", "/v1/events", {
    params: listParams,
    run: (call, wanted) =>
      listPage(
        "/v1/events",
        Object.values(call.state.events).filter(
          (event) =>
            event.created > call.now - LISTED_SECONDS &&
            isInRange(event.created, wanted.created) &&
            matchesType(wanted.types, event.type) &&
            matchesType(wanted.type === undefined ? undefined : [wanted.type], event.type) &&
            (wanted.delivery_success === undefined ||
              (event.pending_webhooks === 0) === wanted.delivery_success),
        ),
        wanted,
      ),
  }),
  route("GET", "/v1/events/:id", {
    params: expandOnly,
    run: (call, _, id) => findObject("event", call.state.events, id),
  }),
];
