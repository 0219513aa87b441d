import type { Category } from "#kernel/categories.ts";
import {
  artPlace,
  designPoster,
  drawArt,
  height,
  margin,
  type PosterDesign,
  width,
} from "./design-poster.tsx";
import { cutLine, directionOf } from "./fit-title.ts";
import { lineStart, setTitle } from "./set-title.ts";
import { TitleLines } from "./title-lines.tsx";

export type PosterProps = {
  eventTitle: string;
  category: Category;
  /** The small line at the foot, such as a venue; cut where it would run over the edge. */
  detail?: string;
  /** Its size, such as "w-full" or "w-24". The proportions are 3 : 4. */
  className?: string;
  /** For a poster beside the same title in text. */
  decorative?: boolean;
};

const footSize = 21;

/** A print for an event: two inks on paper, the same for the same name for ever. */
export function Poster({ eventTitle, category, detail, className, decorative }: PosterProps) {
  const design = designPoster(eventTitle, category, Boolean(detail));
  const { scheme, titleAtTop } = design;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`poster ${className ?? "w-full"}`}
      {...(decorative
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": `Poster for ${eventTitle}` })}
    >
      <rect width={width} height={height} fill={scheme.ground} />
      <Art {...design} category={category} />
      <TitleLines {...setTitle(design)} />
      {detail && (
        <Foot colour={scheme.figure} ruled={!titleAtTop}>
          {detail}
        </Foot>
      )}
    </svg>
  );
}

function Art({ category, ...design }: PosterDesign & { category: Category }) {
  return (
    <svg
      {...artPlace(design)}
      width={width}
      viewBox="0 0 600 600"
      preserveAspectRatio="xMidYMid slice"
    >
      {drawArt(category, design.seed, design.artHeight)}
    </svg>
  );
}

function Foot({ colour, ruled, children }: { colour: string; ruled: boolean; children: string }) {
  const direction = directionOf(children);
  return (
    <>
      {ruled && <rect x={margin} y="750" width={width - margin * 2} height="2.5" fill={colour} />}
      <text
        direction={direction}
        x={lineStart(direction)}
        y="782"
        fill={colour}
        fontSize={footSize}
        className="tabular font-sans font-semibold"
      >
        {cutLine(children, footSize, width - margin * 2)}
      </text>
    </>
  );
}
