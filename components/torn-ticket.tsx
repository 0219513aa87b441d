/** A ticket with its stub torn off, for orders that ended and pages that cannot be shown. */
export function TornTicket() {
  return (
    <svg viewBox="0 0 160 96" className="h-24 w-40 text-edge" aria-hidden="true">
      <path
        d="M2 14h88a8 8 0 0 0 14 0h6v68h-6a8 8 0 0 0-14 0H2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <path
        d="M118 20h8a8 8 0 0 0 13 2l19 4-14 66-8-2a8 8 0 0 0-14-3l-8-2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <path d="M16 34h52M16 48h36M16 62h44" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
