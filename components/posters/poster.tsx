import type { Category } from "#kernel/categories.ts";
import type { Composition, Scheme } from "./composition.ts";
import { curtain } from "./curtain.tsx";
import { cutLine, directionOf, fitTitle, leading } from "./fit-title.ts";
import { grin } from "./grin.tsx";
import { halfDiscs } from "./half-discs.tsx";
import { hills } from "./hills.tsx";
import { inkPairs, type Inks } from "./inks.ts";
import { kickOff } from "./kick-off.tsx";
import { levels } from "./levels.tsx";
import { moonStairs } from "./moon-stairs.tsx";
import { record } from "./record.tsx";
import { ridgelines } from "./ridgelines.tsx";
import { rings } from "./rings.tsx";
import { scarves } from "./scarves.tsx";
import { diceFor } from "./seed.ts";
import { sunburst } from "./sunburst.tsx";
import { tiles } from "./tiles.tsx";

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

const compositions: Record<Category, readonly [Composition, ...Composition[]]> = {
  concert: [rings, ridgelines, record, levels],
  match: [kickOff, scarves],
  theatre: [curtain, moonStairs],
  comedy: [grin, halfDiscs],
  festival: [hills, sunburst],
  other: [tiles, halfDiscs],
};

const loud = new Set<Category>(["concert", "match", "festival"]);
const width = 600;
const margin = 36;
const footSize = 21;

/** A print for an event: two inks on paper, the same for the same name for ever. */
export function Poster({ eventTitle, category, detail, className, decorative }: PosterProps) {
  const dice = diceFor(`${category} ${eventTitle}`);
  const inks = dice.pick(inkPairs);
  const scheme = schemeOf(inks, dice.roll() < 0.4);
  const compose = dice.pick(compositions[category]);
  const titleAtTop = dice.roll() < 0.5;
  const words = loud.has(category) ? eventTitle.toLocaleUpperCase("en") : eventTitle;
  const title = fitTitle(words, width - margin * 2, 300);
  const titleHeight = title.lines.length * title.size * leading + margin * 1.75;
  const footHeight = detail ? 56 : 0;
  const artHeight = 800 - titleHeight - footHeight;

  return (
    <svg
      viewBox="0 0 600 800"
      className={`isolate block aspect-3/4 h-auto ${className ?? "w-full"}`}
      {...(decorative
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": `Poster for ${eventTitle}` })}
    >
      <rect width="600" height="800" fill={scheme.ground} />
      <svg
        y={titleAtTop ? titleHeight : 0}
        width="600"
        height={artHeight}
        viewBox="0 0 600 600"
        preserveAspectRatio="xMidYMid slice"
      >
        {compose({ dice, scheme, trim: Math.max(0, (600 - artHeight) / 2) })}
      </svg>
      <TitleLines {...title} top={titleAtTop ? 0 : artHeight} colour={scheme.figure} />
      {detail && (
        <Foot colour={scheme.figure} ruled={!titleAtTop}>
          {detail}
        </Foot>
      )}
    </svg>
  );
}

function schemeOf({ paper, dark, bright }: Inks, darkGround: boolean): Scheme {
  return darkGround
    ? { ground: dark, figure: paper, second: bright, darkGround }
    : { ground: paper, figure: dark, second: bright, darkGround };
}

function TitleLines(props: { lines: string[]; size: number; top: number; colour: string }) {
  const direction = directionOf(props.lines.join(" "));
  const overhang = props.size * 0.04;
  return (
    <text
      direction={direction}
      fill={props.colour}
      fontSize={props.size}
      className="condensed font-display font-extrabold tracking-[-0.01em]"
    >
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
