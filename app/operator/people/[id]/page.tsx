import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { switchOffAction, switchOnAction } from "#app/operator/actions.ts";
import { Moment } from "#components/moment.tsx";
import { Written } from "#components/written.tsx";
import { parseId } from "#kernel/ids.ts";
import { findPerson } from "#lib/operator/find-person.ts";
import { readStory } from "#lib/operator/read-story.ts";
import { requireOperator } from "#lib/web/session.ts";
import { ActForm } from "../../_parts/act-form.tsx";
import { Facts, OperatorPage, OperatorSection } from "../../_parts/operator-page.tsx";
import { Story } from "../../_parts/story.tsx";

export const metadata: Metadata = { title: "A person" };

/** A person, what they bought and offered last, and what happened to their account. */
export default async function OperatorPersonPage({ params }: PageProps<"/operator/people/[id]">) {
  const { id } = await params;
  const operator = await requireOperator(`/operator/people/${id}`);
  const userId = parseId<"user">(id);
  const person = userId && (await findPerson(userId));
  if (!person) notFound();
  const story = await readStory([person.id]);
  return (
    <OperatorPage title="A person" lead={<Written>{person.name}</Written>}>
      <Facts
        facts={[
          ["Number", person.id],
          ["Email", person.emailVerifiedAt ? person.email : `${person.email} (not confirmed)`],
          ["Stands", standing(person)],
          ["Since", <Moment key="since" at={person.createdAt} format="history" />],
        ]}
      />
      {!person.closedAt && person.id !== operator.id && <Switch {...person} />}
      <OperatorSection title={`Bought (${person.orderCount})`}>
        <Lines rows={person.bought.map((row) => ({ ...row, path: "orders", said: row.status }))} />
      </OperatorSection>
      <OperatorSection title={`Offered (${person.ticketCount})`}>
        <Lines rows={person.offered.map((row) => ({ ...row, path: "tickets", said: row.title }))} />
      </OperatorSection>
      <OperatorSection title="What happened">
        <Story entries={story} />
      </OperatorSection>
    </OperatorPage>
  );
}

type Standing = { closedAt: Date | null; switchedOffAt: Date | null; role: string };

function standing({ closedAt, switchedOffAt, role }: Standing): string {
  if (closedAt) return "closed";
  if (switchedOffAt) return "switched off";
  return role;
}

function Switch({ id, switchedOffAt }: { id: string; switchedOffAt: Date | null }) {
  return switchedOffAt ? (
    <ActForm
      key="on"
      action={switchOnAction}
      id="switch"
      fields={{ userId: id }}
      label="Switch on again"
      says="They can sign in again. What left the market stays withdrawn."
      yes="Switch on"
      done="They can sign in again."
    />
  ) : (
    <ActForm
      key="off"
      action={switchOffAction}
      id="switch"
      fields={{ userId: id }}
      label="Switch off"
      says="They are signed out everywhere and cannot sign in, and what they offer leaves the market within a minute, but for what somebody is paying for. Orders that are paid stay."
      yes="Switch off"
      done="They are switched off."
    />
  );
}

type Row = { id: string; event: string; at: Date; path: string; said: string };

/** The latest; what is older is found by its number. */
function Lines({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return <p>Nothing.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {rows.map(({ id, event, at, path, said }) => (
        <li key={id}>
          <Link className="text-link" href={`/operator/${path}/${id}`}>
            <Written>{event}</Written>
          </Link>
          : <Written>{said}</Written>, <Moment at={at} format="history" />
        </li>
      ))}
    </ul>
  );
}
