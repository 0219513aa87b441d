import type { ReactNode } from "react";

export type PriceLineProps = {
  label: ReactNode;
  /** Already formatted. */
  price: string;
  /** The sum under the line. */
  total?: boolean;
};

/** One line of a bill. Put several inside a `<dl>`. */
export function PriceLine({ label, price, total = false }: PriceLineProps) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 py-2 ${total ? "border-t-2 border-ink font-semibold" : ""}`}
    >
      <dt>{label}</dt>
      <dd className={`tabular ${total ? "font-display text-2xl font-bold" : ""}`}>{price}</dd>
    </div>
  );
}
