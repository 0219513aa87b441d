import type { ComponentProps, ReactNode } from "react";

type FieldFrame = {
  name: string;
  label: string;
  /** Defaults to `field-<name>`. */
  id?: string;
  hint?: ReactNode;
  /** What is wrong and what to do, shown beside the field. */
  error?: string | undefined;
  /** Marks the field as one that may stay empty. */
  optional?: boolean;
};

type Own = keyof FieldFrame | "prefix" | "style" | "className";

export type TextFieldProps = FieldFrame &
  Omit<ComponentProps<"input">, Own> & {
    /** Stands before or after what is typed, such as "£". */
    prefix?: ReactNode;
    suffix?: ReactNode;
  };
export type SelectFieldProps = FieldFrame & Omit<ComponentProps<"select">, Own>;

const box =
  "flex min-h-12 w-full items-stretch rounded-md border bg-card text-ink has-disabled:bg-sunk has-disabled:text-soft focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ink";
const control =
  "min-w-0 flex-1 bg-transparent px-3 py-2.5 placeholder:text-soft focus-visible:outline-none";
const affix = "flex items-center text-soft select-none";

export function TextField({ prefix, suffix, ...props }: TextFieldProps) {
  const { frame, rest } = split(props);
  return (
    <Frame {...frame}>
      <div className={`${box} ${edge(frame.error)}`}>
        {prefix && (
          <span aria-hidden="true" className={`${affix} pl-3`}>
            {prefix}
          </span>
        )}
        <input
          type="text"
          dir={isWriting(rest.type) ? "auto" : undefined}
          {...rest}
          {...wiring(frame)}
          className={control}
        />
        {suffix && (
          <span aria-hidden="true" className={`${affix} pr-3`}>
            {suffix}
          </span>
        )}
      </div>
    </Frame>
  );
}

export function SelectField({ children, ...props }: SelectFieldProps) {
  const { frame, rest } = split(props);
  return (
    <Frame {...frame}>
      <div className={`${box} ${edge(frame.error)} relative`}>
        {/* React resets a select to its first default after an action; a new key lets a new default in. */}
        <select
          key={String(rest.defaultValue ?? "")}
          {...rest}
          {...wiring(frame)}
          className={`${control} cursor-pointer appearance-none pr-10`}
        >
          {children}
        </select>
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-3 -translate-y-1/2"
        >
          <path d="M1.5 4L6 8.5 10.5 4" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      </div>
    </Frame>
  );
}

/** What people write runs in its own direction; numbers, addresses and dates do not. */
function isWriting(type = "text"): boolean {
  return type === "text" || type === "search";
}

function Frame({ id, label, hint, error, optional, children }: FrameProps) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {optional && <span className="text-sm text-soft">optional</span>}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </div>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** What is wrong, beside what it is about. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-2 text-sm font-medium text-danger">
      <svg viewBox="0 0 12 12" aria-hidden="true" className="mt-1 size-3 shrink-0">
        <path d="M6 .5l6 11H0z" fill="currentColor" />
      </svg>
      {children}
    </p>
  );
}

type FrameProps = FieldFrame & { id: string; children: ReactNode };

/** What the frame shows, and what is left for the control itself. */
function split<Props extends FieldFrame>(props: Props) {
  const { name, id = `field-${name}`, label, hint, error, optional = false, ...rest } = props;
  return { frame: { name, id, label, hint, error, optional }, rest };
}

function edge(error: string | undefined): string {
  return error ? "border-danger border-2" : "border-edge hover:border-ink";
}

function wiring({ name, id, hint, error }: FieldFrame & { id: string }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    id,
    name,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described.join(" ") || undefined,
  };
}
