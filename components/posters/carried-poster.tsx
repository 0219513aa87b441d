import { ViewTransition } from "react";
import { Poster, type PosterProps } from "./poster.tsx";

type CarriedPosterProps = PosterProps & { slug: string };

/**
 * The poster of an event, once on a page: where a link leads to another page that has it, it moves there, in browsers
 * that can.
 */
export function CarriedPoster({ slug, ...poster }: CarriedPosterProps) {
  return (
    <ViewTransition name={`poster-${slug}`} share="carried" default="none">
      <Poster {...poster} />
    </ViewTransition>
  );
}
