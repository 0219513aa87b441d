import { type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";
import { lookingDb } from "#db/client.ts";

type Plan = {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  Plans?: Plan[] | undefined;
};
const planSchema: z.ZodType<Plan> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    Plans: z.array(planSchema).optional(),
  }),
);
const rowsSchema = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: planSchema })]) })]);

/** The tables that a query would read from one end to the other, as Postgres plans it. */
export async function tablesReadWhole(query: SQLWrapper): Promise<string[]> {
  const rows = await lookingDb().execute(sql`explain (format json) ${query}`);
  const [{ "QUERY PLAN": plans }] = rowsSchema.parse([...rows]);
  return readWhole(plans[0].Plan);
}

function readWhole(plan: Plan): string[] {
  const own = plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? "?"] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(readWhole)];
}
