export const categories = ["concert", "match", "theatre", "comedy", "festival", "other"] as const;
export type Category = (typeof categories)[number];

export const categoryNames: Record<Category, string> = {
  concert: "Concert",
  match: "Match",
  theatre: "Theatre",
  comedy: "Comedy",
  festival: "Festival",
  other: "Other",
};
