import { spawnSync } from "node:child_process";
import { judgeAudit } from "./audit/judge-audit.ts";

const given = process.argv.slice(2).filter((argument) => argument !== "--");
const { stdout, error } = spawnSync("npm", ["audit", "--json", "--omit=dev", ...given], {
  encoding: "utf8",
  timeout: 120_000,
});
if (error) throw error;
const { passed, text } = judgeAudit(stdout);
console.log(text);
process.exitCode = passed ? 0 : 1;
