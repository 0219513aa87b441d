import { useEffect, useRef } from "react";
import type { ShownFormState } from "#app/_form/form.tsx";
import type { FoundEvent } from "#app/api/sellable-events/route.ts";
import type { EventToSell } from "./event-to-sell.ts";

/** Chooses again what a form had chosen whose page was loaded anew before its answer came. */
export function useKeptChoice(
  state: ShownFormState,
  chosen: EventToSell | null,
  onChoose: (event: EventToSell) => void,
): void {
  const read = useRef<ShownFormState>(null);
  useEffect(() => {
    if (read.current === state) return;
    read.current = state; // once each: it may be taken back afterwards
    const id = state.status === "refused" ? state.values["eventId"] : "";
    if (!id || id === chosen?.id) return;
    void fetchEvent(id).then((event) => {
      if (event) onChoose(event);
    });
  }, [state, chosen, onChoose]);
}

async function fetchEvent(id: string): Promise<EventToSell | null> {
  try {
    const answer = await fetch(`/api/sellable-events?id=${encodeURIComponent(id)}`);
    const [found] = answer.ok ? ((await answer.json()) as FoundEvent[]) : []; // what the route answers
    return found ? { ...found, startsAt: new Date(found.startsAt) } : null;
  } catch {
    return null;
  }
}
