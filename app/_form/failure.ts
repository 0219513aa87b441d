import { databaseAnswers } from "#lib/operations/database-answers.ts";
import { report } from "#kernel/report.ts";

/** Nobody refused: something does not work. */
export type FailureCode = "database-away" | "broken";

const sentences: Record<FailureCode, string> = {
  "database-away":
    "Our database does not answer at the moment. Nothing you typed is lost: wait a minute, then press the button again. Nothing is bought or charged twice.",
  broken:
    "Something broke on our side. Nothing you typed is lost: press the button again. Nothing is bought or charged twice. If you were paying, My orders says how it stands.",
};

/** Reports what made a form fail, and puts it into words for whoever sent it. */
export async function explainFailure(
  error: unknown,
): Promise<{ code: FailureCode; message: string }> {
  report("error", "a form failed", { error });
  const code = (await databaseAnswers()) ? "broken" : "database-away";
  return { code, message: sentences[code] };
}
