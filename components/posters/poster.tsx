import type { Category } from "#kernel/categories.ts";
import { artAddress } from "./art-address.ts";
import {
  designPoster,
  drawArt,
  height,
  margin,
  type PosterDesign,
  width,
} from "./design-poster.tsx";
import { cutLine, directionOf, leading } from "./fit-title.ts";

export type PosterProps = {
  eventTitle: string;
  category: Category;
  /** The small line at the foot, such as a venue; cut where it would run over the edge. */
  detail?: string;
  /** Its size, such as "w-full" or "w-24". The proportions are 3 : 4. */
  className?: string;
  /** For a poster beside the same title in text. */
  decorative?: boolean;
  /** The art is fetched, once for all pages, rather than written into this one: for lists. */
  byAddress?: boolean;
};

const footSize = 21;

/** A print for an event: two inks on paper, the same for the same name for ever. */
export function Poster({
  eventTitle,
  category,
  detail,
  className,
  decorative,
  byAddress,
}: PosterProps) {
  const design = designPoster(eventTitle, category, Boolean(detail));
  const { scheme, title, titleAtTop, artHeight } = design;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`poster ${className ?? "w-full"}`}
      {...(decorative
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": `Poster for ${eventTitle}` })}
    >
      <rect width={width} height={height} fill={scheme.ground} />
      <Art {...design} category={category} byAddress={byAddress} />
      <TitleLines {...title} top={titleAtTop ? 0 : artHeight} colour={scheme.figure} />
      {detail && (
        <Foot colour={scheme.figure} ruled={!titleAtTop}>
          {detail}
        </Foot>
      )}
    </svg>
  );
}

type ArtProps = PosterDesign & { category: Category; byAddress: boolean | undefined };

function Art({ category, seed, titleAtTop, titleHeight, artHeight, byAddress }: ArtProps) {
  const place = {
    y: titleAtTop ? Math.round(titleHeight) : 0,
    width,
    height: Math.round(artHeight),
  };
  if (byAddress) return <image {...place} href={artAddress(category, seed, place.height)} />;
  return (
    <svg {...place} viewBox="0 0 600 600" preserveAspectRatio="xMidYMid slice">
      {drawArt(category, seed, artHeight)}
    </svg>
  );
}

function TitleLines(props: { lines: string[]; size: number; top: number; colour: string }) {
  const direction = directionOf(props.lines.join(" "));
  const overhang = props.size * 0.04;
  return (
    <text direction={direction} fill={props.colour} fontSize={props.size} className="poster-title">
      {props.lines.map((line, index) => (
        <tspan
          key={index}
          x={lineStart(direction, overhang)}
          y={Math.round(props.top + margin * 0.8 + props.size * (0.78 + index * leading))}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Where a line begins: at the margin that its script begins at. */
function lineStart(direction: "ltr" | "rtl", overhang = 0): number {
  return direction === "ltr" ? margin - overhang : width - margin + overhang;
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
