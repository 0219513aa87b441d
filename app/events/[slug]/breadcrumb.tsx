import Link from "next/link";
import { type Category, categoryNames } from "#kernel/categories.ts";

/** Where an event is among the others. The event itself is the heading below. */
export function Breadcrumb({ category }: { category: Category }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <Link className="text-link" href="/">
            All events
          </Link>
        </li>
        <li className="flex gap-x-2">
          <span aria-hidden="true">›</span>
          <Link className="text-link" href={categoryPath(category)}>
            {categoryNames[category]}
          </Link>
        </li>
      </ol>
    </nav>
  );
}

export function categoryPath(category: Category): string {
  return `/?category=${category}`;
}
