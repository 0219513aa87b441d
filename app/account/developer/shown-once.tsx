import { Notice } from "#components/ui/notice.tsx";

/** A secret that was just made. It is in no page that is asked for again. */
export function ShownOnce({ name, secret }: { name: string; secret: string }) {
  return (
    <Notice tone="information" title={`This is your new ${name}`}>
      <p>Copy it now to where it is needed: it is not shown again.</p>
      <p className="mt-2 font-mono wrap-anywhere" translate="no" data-shown-once>
        {secret}
      </p>
    </Notice>
  );
}
