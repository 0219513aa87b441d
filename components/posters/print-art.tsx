import type { Category } from "#kernel/categories.ts";
import { drawArt } from "./design-poster.tsx";

type Wish = { category: Category; seed: number; artHeight: number };

/** The art of a poster as an SVG file of its own, 600 wide. */
export async function printArt({ category, seed, artHeight }: Wish): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server"); // where a page might need it, Next refuses the import
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width="600"
      height={artHeight}
      viewBox="0 0 600 600"
      preserveAspectRatio="xMidYMid slice"
    >
      <style>{".overprint{mix-blend-mode:multiply}"}</style>
      {drawArt(category, seed, artHeight)}
    </svg>,
  );
}
