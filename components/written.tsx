/** What a person wrote, among our own words: in its own direction, and broken anywhere rather than wider than its column. */
export function Written({ children }: { children: string }) {
  return (
    <bdi dir="auto" className="wrap-anywhere">
      {children}
    </bdi>
  );
}
