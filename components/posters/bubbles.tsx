import { overprint, type Composition } from "./composition.ts";

type Words = "ha" | "dots" | "lines";

/** Two who talk at once, and the laugh in between. */
export const bubbles: Composition = ({ dice, scheme, trim }) => {
  const size = 1 - trim / 420;
  const lean = dice.pick([-5, 0, 5]);
  const drop = dice.between(110, 150);
  const mirrored = dice.roll() < 0.5;
  const words = dice.pick<Words>(["ha", "dots", "lines"]);
  return (
    <g
      transform={`translate(300 300) rotate(${lean}) scale(${(mirrored ? -size : size).toFixed(3)} ${size.toFixed(3)}) translate(-300 -300)`}
    >
      <path
        d="M70 50H430a30 30 0 0 1 30 30V310a30 30 0 0 1 -30 30H230L120 440V340H70a30 30 0 0 1 -30 -30V80a30 30 0 0 1 30 -30z"
        fill={scheme.second}
      />
      <path
        className={overprint(scheme)}
        d={`M210 ${50 + drop}H530a30 30 0 0 1 30 30V${290 + drop}a30 30 0 0 1 -30 30H490V${420 + drop}L390 ${320 + drop}H210a30 30 0 0 1 -30 -30V${80 + drop}a30 30 0 0 1 30 -30z`}
        fill={scheme.figure}
      />
      <Speech words={words} y={185 + drop} ink={scheme.ground} />
    </g>
  );
};

function Speech({ words, y, ink }: { words: Words; y: number; ink: string }) {
  const stroke = {
    fill: "none",
    stroke: ink,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  } as const;
  switch (words) {
    case "ha":
      return (
        <path
          {...stroke}
          strokeWidth="24"
          d={`M240 ${y - 40}q40 90 80 0M370 ${y - 40}q40 90 80 0M260 ${y + 50}q90 70 190 0`}
        />
      );
    case "dots":
      return <path {...stroke} strokeWidth="54" strokeDasharray="0 92" d={`M278 ${y}H480`} />;
    case "lines":
      return (
        <path
          {...stroke}
          strokeWidth="22"
          d={`M246 ${y - 62}H496M246 ${y}H496M246 ${y + 62}H390`}
        />
      );
  }
}
