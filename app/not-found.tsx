import type { Metadata } from "next";
import { DeadEnd } from "#components/dead-end.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <DeadEnd
      title="There is nothing here"
      actions={<ButtonLink href="/">Browse all events</ButtonLink>}
    >
      The address may be mistyped, or what was here is gone. Everything on sale is one step away.
    </DeadEnd>
  );
}
