import { type SetTitle, TitleLines } from "./title-lines.tsx";

/** A poster as lists show it: laid out, its art to be fetched once for all pages. */
export type LaidOutPoster = {
  ground: string;
  art: { href: string; y: number; height: number };
  title: SetTitle;
};

/** A poster as a picture beside its title in text. Of what is laid out it draws no more than it is told. */
export function PosterByAddress({ ground, art, title }: LaidOutPoster) {
  return (
    <svg viewBox="0 0 600 800" className="poster w-full" aria-hidden="true">
      <rect width="600" height="800" fill={ground} />
      <image {...art} width="600" />
      <TitleLines {...title} />
    </svg>
  );
}
