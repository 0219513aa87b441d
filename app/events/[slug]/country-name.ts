const names = new Intl.DisplayNames("en-GB", { type: "region" });

/** "Netherlands", of ISO 3166-1's NL. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
