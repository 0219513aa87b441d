import type { ReactNode } from "react";
import { TornTicket } from "./torn-ticket.tsx";
import { Page } from "#components/ui/page.tsx";

export type DeadEndProps = {
  title: string;
  /** What happened and what it means for the reader. */
  children: ReactNode;
  /** The way on. */
  actions: ReactNode;
};

/** The page in place of one that cannot be shown. It always shows a way on. */
export function DeadEnd({ title, children, actions }: DeadEndProps) {
  return (
    <Page title={title} lead={children} eyebrow={<TornTicket />}>
      <div className="flex flex-wrap gap-4">{actions}</div>
    </Page>
  );
}
