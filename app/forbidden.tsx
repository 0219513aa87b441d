import { DeadEnd } from "#components/dead-end.tsx";
import { ButtonLink } from "#components/ui/button.tsx";

export default function Forbidden() {
  return (
    <DeadEnd
      title="This did not come from our own pages"
      actions={<ButtonLink href="/">Go to Rowlock</ButtonLink>}
    >
      Nothing was changed. To be safe we only accept what is sent from Rowlock itself: open the page
      here and try again.
    </DeadEnd>
  );
}
