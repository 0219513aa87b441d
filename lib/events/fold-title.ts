/** A title in the form in which titles that people would call the same are equal: case, accents, signs and spaces aside. Never empty. */
export function foldTitle(title: string): string {
  const folded = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return folded || title.trim();
}
