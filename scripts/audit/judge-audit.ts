import { z } from "zod";

/** What `npm audit --json` prints: `via` has the advisory itself, or the name of the package that has it. */
const report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(["info", "low", "moderate", "high", "critical"]),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
});

export type Judgement = { passed: boolean; text: string };

const unwelcome = new Set(["high", "critical"]);

/** Fails on a known advisory that is high or critical; passes, saying so, where the registry answers no audit. */
export function judgeAudit(printed: string): Judgement {
  const parsed = report.safeParse(parseJson(printed));
  if (!parsed.success)
    return { passed: true, text: `The registry answers no audit: nothing was looked up.` };
  const found = Object.entries(parsed.data.vulnerabilities);
  const bad = found.filter(([, { severity }]) => unwelcome.has(severity));
  const lines = found.map(([name, { severity, via }]) => {
    const causes = via.map((each) =>
      typeof each === "string" ? `by ${each}` : `${each.title} ${each.url}`,
    );
    return `${severity}  ${name}  ${causes.join("; ")}`;
  });
  const sum = `${found.length} packages with known advisories, ${bad.length} of them high or critical.`;
  const next = bad.length > 0 ? ["Move to a version without it, or override it."] : [];
  return { passed: bad.length === 0, text: [...lines, sum, ...next].join("\n") };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
