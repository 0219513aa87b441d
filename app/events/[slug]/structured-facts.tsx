import { environment } from "#kernel/environment.ts";
import type { FoundEvent } from "#lib/events/find-event.ts";
import type { EventMarket } from "#lib/tickets/event-market.ts";
import { breadcrumbData, eventData } from "./structured-data.ts";

type StructuredFactsProps = { event: FoundEvent; market: EventMarket | null };

/** The page's facts for machines (schema.org). Data and no script, so that the content security policy lets it be. */
export function StructuredFacts({ event, market }: StructuredFactsProps) {
  const { APP_URL } = environment();
  return [eventData(event, market, APP_URL), breadcrumbData(event, APP_URL)].map((facts) => (
    <script
      key={facts["@type"]}
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: scriptText(facts) }}
    />
  ));
}

/** JSON that can end no script, whatever somebody called their event. */
export function scriptText(facts: unknown): string {
  return JSON.stringify(facts).replaceAll("<", "\\u003c");
}
