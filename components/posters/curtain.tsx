import { count, type Composition } from "./composition.ts";

/** The curtain gathered to both sides, and the light already on. */
export const curtain: Composition = ({ dice, scheme, trim }) => {
  const folds = dice.pick([5, 6, 7]);
  const opening = dice.between(20, 60);
  const light = dice.between(95, 130);
  const half = count(folds).map((fold) => {
    const top = ((folds - fold) / folds) * (300 - opening * 0.2);
    const foot = ((folds - fold) / folds) * (190 - opening);
    const waist = foot * 0.78;
    return (
      <path
        key={fold}
        d={`M-4 -4H${top.toFixed(1)}C${top.toFixed(1)} 220 ${waist.toFixed(1)} 260 ${waist.toFixed(1)} 400S${foot.toFixed(1)} 560 ${foot.toFixed(1)} 606H-4Z`}
        fill={fold % 2 === 0 ? scheme.second : scheme.figure}
      />
    );
  });
  return (
    <>
      <circle cx="300" cy="330" r={light} fill={scheme.figure} />
      <path
        d={`M300 -20L${300 - light} 330a${light} ${light} 0 0 1 ${light * 2} 0Z`}
        fill={scheme.figure}
        opacity="0.18"
      />
      {half}
      <g transform="matrix(-1 0 0 1 600 0)">{half}</g>
      <rect y={548 - trim} width="600" height={60 + trim} fill={scheme.figure} />
      <ellipse cx="300" cy={574 - trim} rx={light * 1.1} ry="12" fill={scheme.ground} />
    </>
  );
};
