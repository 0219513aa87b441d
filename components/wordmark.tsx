/** A rowlock holding an oar, cut from a ticket: the U with its two horns, and the perforation. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-display text-2xl leading-none font-extrabold tracking-tight">
      <Mark />
      Rowlock
    </span>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
      <path
        d="M2 4h8v10a6 6 0 0 0 12 0V4h8v24h-2.5a2.5 2.5 0 0 1-5 0h-3a2.5 2.5 0 0 1-5 0h-3a2.5 2.5 0 0 1-5 0H2z"
        fill="currentColor"
      />
      <circle cx="16" cy="12.5" r="3.5" className="fill-accent" />
    </svg>
  );
}
