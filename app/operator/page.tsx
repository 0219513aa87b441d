import type { Metadata } from "next";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { readHealth } from "#lib/operations/read-health.ts";
import { requireOperator } from "#lib/web/session.ts";
import { troublesIn } from "./troubles.ts";

export const metadata: Metadata = { title: "Operator" };

/** What is wrong now, since when, and what to do about it. */
export default async function OperatorPage() {
  await requireOperator("/operator");
  const troubles = troublesIn(await readHealth());
  return (
    <Page title="Operator" lead="What is wrong now, and the one thing to do about it.">
      {troubles.length === 0 && <p>Nothing is wrong.</p>}
      <ul className="flex flex-col gap-4">
        {troubles.map(({ what, next }) => (
          <li key={what}>
            <Notice tone="refusal" title={what}>
              {next}
            </Notice>
          </li>
        ))}
      </ul>
    </Page>
  );
}
