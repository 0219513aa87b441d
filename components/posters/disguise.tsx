import type { Composition } from "./composition.ts";

/** Glasses, nose, moustache: nobody will know. */
export const disguise: Composition = ({ dice, scheme, trim }) => {
  const size = (1 - trim / 290).toFixed(3);
  const tilt = dice.pick([-12, -7, 7, 12]);
  const lens = dice.between(84, 104);
  const look = dice.between(-30, 30);
  const brows = dice.between(-14, 24);
  return (
    <g transform={`translate(300 290) rotate(${tilt}) scale(${size})`}>
      <path
        d="M-36 -70C-44 20 -84 60 -84 108C-84 150 -40 168 0 168S84 150 84 108C84 60 44 20 36 -70z"
        fill={scheme.second}
      />
      <g fill={scheme.ground} stroke={scheme.figure} strokeWidth="26">
        <circle cx="-140" cy="-50" r={lens} />
        <circle cx="140" cy="-50" r={lens} />
        <path d={`M${lens - 140} -60Q0 -104 ${140 - lens} -60`} fill="none" />
      </g>
      <g fill={scheme.figure}>
        <circle cx={-140 + look} cy="-42" r="30" />
        <circle cx={140 + look} cy="-42" r="30" />
        <path
          d={`M-270 ${-190 + brows}Q-150 -264 -56 -196L-62 -168Q-150 -214 -262 ${-158 + brows}z`}
        />
        <path d={`M270 ${-190 - brows}Q150 -264 56 -196L62 -168Q150 -214 262 ${-158 - brows}z`} />
        <path d="M0 146C60 116 130 120 170 170C196 200 232 206 262 184C250 262 150 286 84 254C44 236 18 222 0 222S-44 236 -84 254C-150 286 -250 262 -262 184C-232 206 -196 200 -170 170C-130 120 -60 116 0 146z" />
      </g>
    </g>
  );
};
