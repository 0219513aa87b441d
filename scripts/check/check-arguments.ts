export type CheckArguments = {
  fix: boolean;
  /** Files and folders; none means everything. */
  paths: string[];
  /** The first word that is neither an option nor there. */
  unknown: string | undefined;
};

export function readCheckArguments(
  words: string[],
  exists: (path: string) => boolean,
): CheckArguments {
  const paths = words.filter((word) => word !== "--fix");
  return {
    fix: words.includes("--fix"),
    paths,
    unknown: paths.find((path) => path.startsWith("-") || !exists(path)),
  };
}
