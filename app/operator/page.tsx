import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Moment } from "#components/moment.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { readHealth } from "#lib/operations/read-health.ts";
import { findAnything } from "#lib/operator/find-anything.ts";
import { listDeadLetters } from "#lib/operator/list-dead-letters.ts";
import { listStuckPayments, type StuckPayment } from "#lib/operator/list-stuck-payments.ts";
import { requireOperator } from "#lib/web/session.ts";
import { OperatorSection } from "./_parts/operator-page.tsx";
import { troublesIn } from "./troubles.ts";

export const metadata: Metadata = { title: "Operator" };

const pages = { order: "orders", ticket: "tickets", person: "people" };

/** What is wrong now, since when, and what to do about it; and the way to anything that there is. */
export default async function OperatorPage({ searchParams }: PageProps<"/operator">) {
  await requireOperator("/operator");
  const { q } = await searchParams;
  const typed = typeof q === "string" ? q.trim().slice(0, 300) : "";
  const found = typed ? await findAnything(typed) : null;
  if (found) redirect(`/operator/${pages[found.kind]}/${found.id}`);
  const [health, dead, stuck] = await Promise.all([
    readHealth(),
    listDeadLetters(),
    listStuckPayments(),
  ]);
  const troubles = troublesIn(health);
  return (
    <Page
      title="Operator"
      width="wide"
      lead="What is wrong now, and the one thing to do about it."
      actions={
        <>
          <ButtonLink variant="quiet" href="/operator/flow">
            Flow
          </ButtonLink>
          <ButtonLink variant="quiet" href="/operator/dead-letters">
            Dead letters
          </ButtonLink>
        </>
      }
    >
      <Search typed={typed} />
      <ul className="flex flex-col gap-4">
        {troubles.length + dead.count + stuck.length === 0 && <li>Nothing is wrong.</li>}
        {troubles.map(({ what, next }) => (
          <li key={what}>
            <Notice tone="refusal" title={what}>
              {next}
            </Notice>
          </li>
        ))}
        {dead.count > 0 && <Dead count={dead.count} />}
      </ul>
      {stuck.length > 0 && <Stuck payments={stuck} />}
    </Page>
  );
}

function Search({ typed }: { typed: string }) {
  return (
    <search className="mb-8 block max-w-2xl">
      <form action="/operator" className="flex items-end gap-2 sm:gap-4">
        <div className="min-w-0 flex-1">
          <TextField
            key={typed}
            label="Find an order, a ticket, a payment or a person"
            name="q"
            type="search"
            placeholder="Number, email address or pi_…"
            defaultValue={typed}
          />
        </div>
        <Button type="submit" variant="quiet">
          Find
        </Button>
      </form>
      {typed && (
        <p role="status" className="mt-3">
          There is nothing with that number or address. Numbers of orders are on receipts and in the
          addresses of pages; Stripe’s begin with pi_ or re_.
        </p>
      )}
    </search>
  );
}

function Dead({ count }: { count: number }) {
  return (
    <li>
      <Notice tone="refusal" title={count === 1 ? "One dead letter" : `${count} dead letters`}>
        Something that should have followed has not.{" "}
        <Link className="text-link" href="/operator/dead-letters">
          See why, mend that, and try them again
        </Link>
        .
      </Notice>
    </li>
  );
}

function Stuck({ payments }: { payments: StuckPayment[] }) {
  return (
    <OperatorSection title="Payments that have not come to rest">
      <ul className="divide-y divide-line border-y border-line">
        {payments.map(({ orderId, since, what, next }) => (
          <li key={`${orderId} ${what}`} className="py-3">
            <p className="font-medium">
              {what}, since <Moment at={since} format="history" />
            </p>
            <p>
              {next}{" "}
              <Link className="text-link" href={`/operator/orders/${orderId}`}>
                Its story
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </OperatorSection>
  );
}
