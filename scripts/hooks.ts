import { spawnSync } from "node:child_process";

const off = process.argv.includes("--off");

spawnSync("git", [
  "config",
  ...(off ? ["--unset", "core.hooksPath"] : ["core.hooksPath", ".githooks"]),
]);
console.log(
  off
    ? "Commits are made as they are."
    : "Before each commit, what is staged is formatted and linted. Off again: npm run hooks -- --off",
);
