import { count, type Composition } from "./composition.ts";

/** Pennants of both sides on one mast, blowing the same way. */
export const pennants: Composition = ({ dice, scheme, trim }) => {
  const flags = dice.pick([3, 4, 5]);
  const mirrored = dice.roll() < 0.5;
  const room = 600 - trim * 2;
  const high = (room / flags) * 1.06;
  const split = dice.roll() < 0.5;
  return (
    <g transform={mirrored ? "matrix(-1 0 0 1 600 0)" : undefined}>
      {count(flags).map((flag) => {
        const y = trim + (room / flags) * flag;
        const long = dice.between(360, 520);
        const [ink, other] =
          flag % 2 === 0 ? [scheme.figure, scheme.second] : [scheme.second, scheme.figure];
        return (
          <g key={flag}>
            <path d={`M58 ${y}l${long} ${high / 2}l${-long} ${high / 2}z`} fill={ink} />
            <path
              d={
                split
                  ? `M58 ${y}l${long} ${high / 2}H58z`
                  : `M58 ${y}l${long * 0.3} ${high * 0.15}v${high * 0.7}L58 ${y + high}z`
              }
              fill={other}
            />
          </g>
        );
      })}
      <rect x="36" y="-10" width="22" height="700" fill={scheme.figure} />
    </g>
  );
};
