import { formOfOwner, type Row, sameFor } from "./answers.ts";

/** What lets programs in: made after a proof, shown once, removed by its owner. */
export const developerPages: Record<string, Row> = {
  "/account/developer": { expected: sameFor("200") },
};

const developer = "app/account/developer/actions.ts";

export const developerActions: Record<string, Row> = {
  [`${developer} proveForProgramsAction`]: {
    given: () => ({ currentPassword: "not their password" }),
    expected: sameFor("refused wrong-password"),
  },
  [`${developer} makeAccessTokenAction`]: {
    proven: true,
    given: () => ({ name: "Books" }),
    expected: sameFor("done; changes own access_tokens, own users"),
  },
  [`${developer} removeAccessTokenAction`]: {
    of: "accessToken",
    given: (id) => ({ id }),
    expected: formOfOwner("done; changes own access_tokens"),
  },
};
