import type { Caller, Id, Kind, World } from "./world.ts";

/**
 * What is answered, and whose rows change, in words that `knock` writes. One answer stands for every id.
 */
export type Answers = string | Partial<Record<Id, string>>;

export type Row = {
  /** What an id in its address or fields is of. Without it, and without `addresses`, it is asked once by each caller. */
  of?: Kind;
  /** Where ids are nobody's, what is asked for. */
  addresses?: Partial<Record<Id, string>>;
  /** Of an action that no form has: only a script calls it. */
  byScript?: true;
  /** Of an action: the fields of its form, or its arguments. */
  given?: (thing: string, world: World) => Record<string, string> | unknown[];
  /** Asked by people who have just shown again that it is them. */
  proven?: true;
  /** How an answer may be kept. Without it nobody keeps it: it may depend on who is signed in. */
  kept?: string;
  expected: Record<Caller, Answers>;
};

/** Where whoever is not signed in is led. */
export const signIn = "to /sign-in";
/** Whoever is signed in is answered the same. */
export const sameFor = (signedIn: Answers, nobody: Answers = signIn): Record<Caller, Answers> => ({
  nobody,
  another: signedIn,
  weakOperator: signedIn,
  operator: signedIn,
  owner: signedIn,
});
/** The same to all. */
export const everybody = (answers: Answers) => sameFor(answers, answers);
/** The owner's alone: what others ask for is as if it were not there, an operator included. */
export const ownersAlone = (
  granted: string,
  refused = "404",
  nobody = signIn,
): Record<Caller, Answers> => ({
  nobody,
  another: refused,
  weakOperator: refused,
  operator: refused,
  owner: { malformed: refused, missing: refused, foreign: refused, right: granted },
});
/** An operator's who signed in with more than a password; to others it is as if it were not there. */
export const operatorsAlone = (granted: string): Record<Caller, Answers> => ({
  ...sameFor("404"),
  weakOperator: "to /account/sign-in",
  operator: granted,
});
/** Everybody's, where it is there. */
export const whereThere = { malformed: "404", missing: "404", foreign: "200", right: "200" };

/** As `ownersAlone`, of a form: what is no id at all is a mistake in a field. */
export const formOfOwner = (granted: string): Record<Caller, Answers> => {
  const refused = { malformed: "refused invalid-input", missing: "404", foreign: "404" };
  const others = { ...refused, right: "404" };
  return {
    nobody: signIn,
    another: others,
    weakOperator: others,
    operator: others,
    owner: { ...refused, right: granted },
  };
};
