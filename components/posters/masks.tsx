import type { Composition, Scheme } from "./composition.ts";

/** One face of two halves: the one laughs, the other weeps. */
export const masks: Composition = ({ dice, scheme, trim }) => {
  const size = (1 - trim / 380).toFixed(3);
  const tilt = dice.pick([-10, -6, 6, 10]);
  const shift = dice.between(0, 46);
  const swapped = dice.roll() < 0.5;
  const inks = swapped ? [scheme.second, scheme.figure] : [scheme.figure, scheme.second];
  return (
    <g transform={`translate(300 300) rotate(${tilt}) scale(${size})`}>
      <g transform={`translate(-6 ${-shift})`}>
        <Half
          ink={inks[0] ?? ""}
          ground={scheme.ground}
          mouth="M0 60C-60 70 -110 50 -140 0C-140 90 -80 150 0 150z"
          brow="M-150 -110Q-105 -160 -56 -112"
        />
      </g>
      <g transform={`matrix(-1 0 0 1 6 ${shift})`}>
        <Half
          ink={inks[1] ?? ""}
          ground={scheme.ground}
          mouth="M0 66C-70 66 -120 104 -132 160C-96 126 -50 116 0 118z"
          brow="M-152 -104Q-110 -118 -60 -156"
        />
        <path
          d="M-104 -28c-20 34 -26 46 -26 58a26 26 0 0 0 52 0c0 -12 -6 -24 -26 -58z"
          fill={scheme.ground}
        />
      </g>
    </g>
  );
};

type HalfProps = { ink: Scheme["figure"]; ground: Scheme["ground"]; mouth: string; brow: string };

/** The left half of a mask, its edge at 0. */
function Half({ ink, ground, mouth, brow }: HalfProps) {
  return (
    <>
      <path d="M0 -230C-90 -236 -180 -222 -220 -190C-226 -20 -190 170 0 240z" fill={ink} />
      <path d="M-156 -50Q-104 -106 -52 -50Q-104 -22 -156 -50z" fill={ground} />
      <path d={mouth} fill={ground} />
      <path d={brow} fill="none" stroke={ground} strokeWidth="14" strokeLinecap="round" />
    </>
  );
}
