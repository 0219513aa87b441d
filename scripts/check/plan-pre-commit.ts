export type PreCommit = {
  /** Files to format and lint. */
  files: string[];
  /** Files committed in part, which formatting would commit as a whole. */
  inPart: string[];
  /** Whether what was formatted can be added to the commit. */
  mayMend: boolean;
};

/** What a commit hook looks at, from the files that are staged and those that also have changes which are not. */
export function planPreCommit(staged: string[], unstaged: string[], indexFile: string): PreCommit {
  return {
    files: staged.filter((file) => !unstaged.includes(file)),
    inPart: staged.filter((file) => unstaged.includes(file)),
    // `git commit FILE` commits from an index of its own; adding to that one leaves the usual index behind.
    mayMend: !indexFile.includes("next-index"),
  };
}
