import { Written } from "./written.tsx";

export type PlatesProps = {
  section?: string | null;
  row?: string | null;
  seat?: string | null;
  admits: number;
  /** Where there is room. */
  large?: boolean;
};

/** Where a ticket seats whom, as on a printed one: what it is, small, over its value. */
export function Plates({ section, row, seat, admits, large = false }: PlatesProps) {
  const plates = [
    { name: "Section", text: section },
    { name: "Row", text: row },
    { name: "Seat", text: seat },
    { name: "Admits", text: String(admits) },
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {plates.map(
        ({ name, text }) =>
          text && (
            <div key={name} className="min-w-0">
              <dt className="text-xs font-medium text-soft">{name}</dt>
              <dd
                className={`tabular font-display text-2xl leading-tight font-bold wrap-anywhere ${large ? "@4xl:text-3xl" : ""}`}
              >
                <Written>{text}</Written>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
