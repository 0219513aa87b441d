import { marksLeft } from "./countdown-arithmetic.ts";

const marks = 15;
const step = 16;

/** One mark for each fifteenth of the time; they go out from the right. The numbers beside it say the same. */
export function CountdownMarks(props: { remainingMs: number; totalMs: number; hidden: boolean }) {
  const left = marksLeft(props.remainingMs, props.totalMs, marks);
  return (
    <svg
      viewBox={`0 0 ${marks * step} 8`}
      aria-hidden="true"
      className={`h-2 w-full max-w-60 text-held ${props.hidden ? "invisible" : ""}`}
      preserveAspectRatio="xMinYMid meet"
    >
      {Array.from({ length: marks }, (_, mark) => (
        <circle
          key={mark}
          cx={mark * step + 4}
          cy="4"
          r={mark < left ? 3.5 : 3}
          fill={mark < left ? "currentColor" : "none"}
          stroke="currentColor"
        />
      ))}
    </svg>
  );
}
