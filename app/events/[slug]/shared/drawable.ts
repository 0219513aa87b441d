/**
 * What the typeface of a shared poster holds: Latin with its extensions, Vietnamese, and the usual signs. For any other
 * character the drawing library would ask the network, and it joins no Arabic script: such lines are left out, as the
 * page that shows the picture has the title beside it.
 */
const held =
  /^[ -~\u00a0-\u00a3\u00a5-\u00a8\u00aa-\u00ac\u00af-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126-\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u015b\u015e-\u0161\u0164\u0165\u0168-\u017e\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2212]+$/;

export function isDrawable(line: string): boolean {
  return held.test(line.normalize("NFC"));
}
