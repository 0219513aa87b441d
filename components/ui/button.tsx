import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export type ButtonVariant = "primary" | "quiet" | "danger" | "link" | "menu";

type Look = {
  variant?: ButtonVariant;
  /** As wide as its column, everywhere or only where that is no wider than a hand. */
  wide?: boolean | "on-a-phone";
};

export type ButtonProps = Omit<ComponentProps<"button">, "style" | "className"> &
  Look & {
    pending?: boolean;
    /** What the button says while it works, such as "Locking your ticket…". */
    pendingLabel?: ReactNode;
  };

export type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "style" | "className"> & Look;

const shape =
  "inline-flex print:hidden cursor-pointer items-center justify-center gap-2 text-center select-none aria-disabled:cursor-default disabled:cursor-default disabled:opacity-60";
/** As high as a field: they often stand side by side. */
const boxed = "min-h-12 rounded-md font-semibold border px-6 py-2 transition-colors";

const variants: Record<ButtonVariant, string> = {
  primary: `${boxed} border-transparent bg-accent text-on-accent enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover`,
  quiet: `${boxed} border-edge text-ink hover:border-ink hover:bg-sunk`,
  danger: `${boxed} border-danger text-danger hover:bg-danger-sunk`,
  link: "text-link min-h-11 font-medium",
  menu: "min-h-11 font-medium underline-offset-8 hover:underline",
};

export function Button({
  variant = "primary",
  wide = false,
  pending = false,
  pendingLabel,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ variant, wide })}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
    >
      {pendingLabel ? (
        <TwoLabels pending={pending} label={children} pendingLabel={pendingLabel} />
      ) : (
        children
      )}
    </button>
  );
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink({ variant = "primary", wide = false, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={look({ variant, wide })} />;
}

export type FileLinkProps = Omit<ComponentProps<"a">, "style" | "className"> & Look;

/** The same for a file to be saved, which is no page to go to. */
export function FileLink({ variant = "primary", wide = false, children, ...rest }: FileLinkProps) {
  return (
    <a {...rest} className={look({ variant, wide })}>
      {children}
    </a>
  );
}

function look({ variant, wide }: Required<Look>): string {
  return `${shape} ${variants[variant]} ${wide === "on-a-phone" ? "w-full sm:w-auto sm:min-w-56" : wide ? "w-full" : ""}`;
}

// Both labels lie in one cell, so the button has room for the longer one and does not change size when pressed.
function TwoLabels(props: { pending: boolean; label: ReactNode; pendingLabel: ReactNode }) {
  return (
    <span className="grid place-items-center *:col-start-1 *:row-start-1">
      <span className={props.pending ? "invisible" : "inline-flex items-center gap-2"}>
        {props.label}
      </span>
      <span className={props.pending ? "inline-flex items-center gap-2" : "invisible"}>
        <span
          aria-hidden="true"
          className="size-3.5 animate-spin rounded-[50%] border-2 border-current border-r-transparent motion-reduce:animate-none"
        />
        {props.pendingLabel}
      </span>
    </span>
  );
}
