import { formatEventDate } from "#components/event-dates.ts";
import { designPoster } from "#components/posters/design-poster.tsx";
import { fitTitle } from "#components/posters/fit-title.ts";
import { isDrawable } from "./drawable.ts";
import type { SharedEvent } from "./shared-poster-address.ts";

/** Each is a family, tried in order for every character. */
export const fontSubsets = ["latin", "latin-ext", "vietnamese"];
const fontFamily = fontSubsets.join(", ");

export const sharedSize = { width: 1200, height: 630 };

// The poster's titles are condensed, and `fitTitle` measures them so; the cut that can be had as a file is this much wider.
const widerBy = 1.3;
const column = 490;

/**
 * The poster of an event, laid across: its art at the left, its words at the right. A title not to be drawn
 * is a date. `art` is the address of an image: what lays the rest out knows only some of SVG.
 */
export function SharedPoster({ event, art }: { event: SharedEvent; art: string }) {
  const { title, category, venue, city } = event;
  const { scheme, loudTitle } = designPoster(title, category, true);
  const named = isDrawable(loudTitle);
  const words = named ? loudTitle.normalize("NFC") : dayOf(event);
  const lines = [named ? `${dayOf(event)}, ${timeOf(event)}` : timeOf(event), venue, city];
  const fitted = fitTitle(words, column / widerBy, 310);
  return (
    <div
      style={{
        ...sharedSize,
        display: "flex",
        background: scheme.ground,
        color: scheme.figure,
        fontFamily,
      }}
    >
      <div
        style={{
          width: 630,
          height: 630,
          backgroundImage: `url(${art})`,
          backgroundSize: "100% 100%",
        }}
      />
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          justifyContent: "space-between",
          width: 570,
          padding: "44px 40px 40px",
        }}
      >
        <Title {...fitted} />
        <div style={{ display: "flex", flexDirection: "column", fontSize: 27, fontWeight: 500 }}>
          <div style={{ width: column, height: 3, marginBottom: 20, background: scheme.figure }} />
          {lines.filter(isDrawable).map((line, index) => (
            <div key={index} style={cutAtEnd}>
              {line.normalize("NFC")}
            </div>
          ))}
          <div style={{ marginTop: 18, fontSize: 30, fontWeight: 800 }}>Rowlock</div>
        </div>
      </div>
    </div>
  );
}

const cutAtEnd = {
  width: column,
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
  lineHeight: 1.3,
} as const;

function Title({ lines, size }: { lines: string[]; size: number }) {
  const shown = Math.min(size, 104);
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        fontWeight: 800,
        letterSpacing: "-0.02em",
      }}
    >
      {lines.map((line, index) => (
        <div key={index} style={{ fontSize: shown, lineHeight: 0.98, whiteSpace: "nowrap" }}>
          {line}
        </div>
      ))}
    </div>
  );
}

function dayOf({ startsAt, timeZone }: SharedEvent): string {
  return formatEventDate(startsAt, timeZone, "short").replace(",", "");
}

function timeOf({ startsAt, timeZone }: SharedEvent): string {
  return formatEventDate(startsAt, timeZone, "time");
}
