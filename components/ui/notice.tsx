import type { ReactNode } from "react";

/** `changed` answers an attempt too: what was asked for has changed meanwhile, and nobody did anything wrong. */
export type NoticeTone = "refusal" | "changed" | "information" | "held" | "yours";

export type NoticeProps = {
  tone: NoticeTone;
  title?: string;
  children: ReactNode;
  /** The next step, if it is a link or a button. */
  action?: ReactNode;
  /** Something else on the page says it to a screen reader. */
  silent?: boolean;
};

const colours: Record<NoticeTone, string> = {
  refusal: "border-danger bg-danger-sunk",
  changed: "border-ink bg-sunk",
  information: "border-edge bg-sunk",
  held: "border-held bg-held-sunk",
  yours: "border-yours bg-yours-sunk",
};

const titleColours: Record<NoticeTone, string> = {
  refusal: "text-danger",
  changed: "text-ink",
  information: "text-ink",
  held: "text-held",
  yours: "text-yours",
};

const interrupting: readonly NoticeTone[] = ["refusal", "changed"];

/** How something stands, or what came of the last attempt, which interrupts a screen reader. */
export function Notice({ tone, title, children, action, silent }: NoticeProps) {
  const role = interrupting.includes(tone) ? "alert" : "status";
  return (
    <div
      role={silent ? undefined : role}
      className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-l-4 px-4 py-3 ${colours[tone]}`}
    >
      <div className="min-w-0">
        {title && <p className={`font-semibold ${titleColours[tone]}`}>{title}</p>}
        <div>{children}</div>
      </div>
      {action}
    </div>
  );
}
