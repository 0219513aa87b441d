/** The first stop of the Tab key. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only bg-ink print:hidden font-medium text-paper focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:px-6 focus:py-3"
    >
      Skip to the content
    </a>
  );
}
