import type { ReactNode } from "react";

type Props<Row extends { id: string }> = {
  /** Left out where the list is all there is. */
  title?: ReactNode;
  rows: Row[];
  children: (row: Row, headingLevel: 2 | 3) => ReactNode;
};

/** A part of a list of stubs, under a heading of its own where there is another part. */
export function ListSection<Row extends { id: string }>({ title, rows, children }: Props<Row>) {
  if (rows.length === 0) return null;
  return (
    <section className="mb-12 last:mb-0">
      {title && <h2 className="mb-4 text-2xl">{title}</h2>}
      <ul className="flex flex-col gap-4">
        {rows.map((row) => (
          <li key={row.id}>{children(row, title ? 3 : 2)}</li>
        ))}
      </ul>
    </section>
  );
}
