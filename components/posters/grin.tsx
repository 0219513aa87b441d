import { count, type Composition, type Scheme } from "./composition.ts";
import type { Dice } from "./seed.ts";

/** A face laughing out loud. */
export const grin: Composition = ({ dice, scheme, trim }) => {
  const tilt = dice.pick([-9, -5, 5, 9]);
  const size = 1 - trim / 500;
  const dark = scheme.darkGround ? scheme.ground : scheme.figure;
  const light = scheme.darkGround ? scheme.figure : scheme.ground;
  return (
    <>
      <rect width="600" height="600" fill={scheme.second} />
      <g
        transform={`translate(300 300) rotate(${tilt}) scale(${size.toFixed(3)}) translate(-300 -300)`}
      >
        <Eyes dice={dice} dark={dark} light={light} />
        <Mouth dice={dice} dark={dark} light={light} tongue={scheme.second} />
      </g>
    </>
  );
};

type Face = { dice: Dice; dark: Scheme["figure"]; light: Scheme["figure"] };

function Eyes({ dice, dark, light }: Face) {
  const eye = dice.between(52, 70);
  const wink = dice.roll() < 0.4;
  return (
    <>
      <circle cx="190" cy="160" r={eye} fill={light} />
      <circle cx="206" cy="166" r={eye / 2} fill={dark} />
      {wink ? (
        <path d="M345 180a68 68 0 0 1 130 0" fill="none" stroke={dark} strokeWidth="22" />
      ) : (
        <>
          <circle cx="410" cy="160" r={eye} fill={light} />
          <circle cx="394" cy="166" r={eye / 2} fill={dark} />
        </>
      )}
    </>
  );
}

function Mouth({ dice, dark, light, tongue }: Face & { tongue: string }) {
  const teeth = dice.pick([5, 6, 7]);
  const mouth = Math.round(dice.between(190, 225));
  const left = 300 - mouth;
  const tooth = (mouth * 2) / teeth;
  const shape = `M${left} 275h${mouth * 2}a${mouth} ${mouth} 0 0 1 ${-mouth * 2} 0z`;
  return (
    <>
      <clipPath id={`mouth-${mouth}`}>
        <path d={shape} />
      </clipPath>
      <g clipPath={`url(#mouth-${mouth})`}>
        <path d={shape} fill={dark} />
        {count(teeth).map((index) => (
          <rect
            key={index}
            x={left + index * tooth + 3}
            y="270"
            width={tooth - 6}
            height="66"
            rx="8"
            fill={light}
          />
        ))}
        <circle cx="300" cy={275 + mouth + 10} r={mouth * 0.5} fill={tongue} />
      </g>
      <path d={shape} fill="none" stroke={dark} strokeWidth="18" strokeLinejoin="round" />
    </>
  );
}
