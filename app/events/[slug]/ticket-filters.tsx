import { Button, ButtonLink } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { foldText } from "#kernel/text.ts";
import type { EventMarket, OfferedSection } from "#lib/tickets/event-market.ts";
import type { TicketFilters } from "#lib/tickets/list-tickets-of-event.ts";
import { eventPath } from "./event-address.ts";

type TicketFiltersFormProps = {
  event: { slug: string };
  market: EventMarket;
  filters: TicketFilters;
};

/** As many as are quicker chosen than typed, and make a page no heavier than its tickets do. */
const mostToChoose = 60;

/** Section and number of people, where tickets differ in them. A plain form: the address says what is chosen. */
export function TicketFiltersForm({ event, market, filters }: TicketFiltersFormProps) {
  const { sections, admits } = market;
  const isFiltered = filters.section !== null || filters.admits !== null;
  if (sections.length < 2 && admits.length < 2 && !isFiltered) return null;
  return (
    <search>
      <form
        action={eventPath(event)}
        className="grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:flex sm:flex-wrap"
      >
        {sections.length > 1 && (
          <div className="min-w-0 sm:w-60">
            <SectionField sections={sections} wanted={filters.section} />
          </div>
        )}
        {admits.length > 1 && (
          <div className="min-w-0 sm:w-40">
            <SelectField label="Admits" name="admits" defaultValue={filters.admits ?? ""}>
              <option value="">Any number</option>
              {admits.map(({ people, count }) => (
                <option key={people} value={people}>
                  {`${people} (${count})`}
                </option>
              ))}
            </SelectField>
          </div>
        )}
        <div className="col-span-2 flex flex-wrap items-center gap-x-4">
          {(sections.length > 1 || admits.length > 1) && (
            <Button type="submit" variant="quiet">
              Filter
            </Button>
          )}
          {isFiltered && (
            <ButtonLink href={eventPath(event)} variant="link">
              Show all tickets
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}

type SectionFieldProps = { sections: OfferedSection[]; wanted: string | null };

function SectionField({ sections, wanted }: SectionFieldProps) {
  if (sections.length > mostToChoose)
    return <TextField label="Section" name="section" defaultValue={wanted ?? ""} />;
  const folded = wanted === null ? null : foldText(wanted);
  const chosen = sections.find(({ name }) => foldText(name) === folded)?.name ?? "";
  return (
    <SelectField label="Section" name="section" defaultValue={chosen}>
      <option value="">Any</option>
      {sections.map(({ name, count }) => (
        <option key={name} value={name}>
          {`${name} (${count})`}
        </option>
      ))}
    </SelectField>
  );
}
