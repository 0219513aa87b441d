const codes =
  "AR AT AU BE BR CA CH CL CO CZ DE DK ES FI FR GB GR HR HU IE IN IS IT JP KR LU " +
  "MX NL NO NZ PL PT RO SE SG SI SK TR US ZA";

/** Where events may take place (ISO 3166-1 alpha-2). */
export const countries: readonly string[] = codes.split(" ");
