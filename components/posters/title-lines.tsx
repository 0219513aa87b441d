/** The title of a poster, set: each line with the height of its foot. Everything in the units of the poster. */
export type SetTitle = {
  lines: { text: string; y: number }[];
  /** Where lines begin, and in which direction they run from there. */
  x: number;
  direction: "ltr" | "rtl";
  size: number;
  colour: string;
};

export function TitleLines({ lines, x, direction, size, colour }: SetTitle) {
  return (
    <text direction={direction} fill={colour} fontSize={size} className="poster-title">
      {lines.map(({ text, y }) => (
        <tspan key={y} x={x} y={y}>
          {text}
        </tspan>
      ))}
    </text>
  );
}
