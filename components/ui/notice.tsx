import type { ReactNode } from "react";

export type NoticeTone = "refusal" | "information" | "success";

export type NoticeProps = {
  tone: NoticeTone;
  title?: string;
  children: ReactNode;
  /** The next step, if it is a link or a button. */
  action?: ReactNode;
};

const colours: Record<NoticeTone, string> = {
  refusal: "border-danger bg-danger-sunk",
  information: "border-held bg-held-sunk",
  success: "border-yours bg-yours-sunk",
};

const titleColours: Record<NoticeTone, string> = {
  refusal: "text-danger",
  information: "text-held",
  success: "text-yours",
};

/** What came of the last attempt. A refusal interrupts a screen reader; the other tones wait. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div
      role={tone === "refusal" ? "alert" : "status"}
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
