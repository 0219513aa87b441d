import { defineConfig, type OxlintOverride } from "oxlint";
import { forbiddenImports, importRules } from "./scripts/check/import-rules.ts";

const acrossFolders = { group: ["../../*"], message: "Across folders, import by #folder/…" };

/** What a room may not import. Each override replaces the rule above it, so each states all of it. */
const importBans: OxlintOverride[] = importRules.map((rule) => ({
  files: rule.files,
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { regex: forbiddenImports(rule), message: rule.why },
          ...(rule.mayNotImport ?? []).map((name) => ({
            regex: `^${name}(?:/|$)`,
            message: rule.why,
          })),
          acrossFolders,
        ],
      },
    ],
  },
}));

export default defineConfig({
  plugins: [
    "eslint",
    "typescript",
    "unicorn",
    "oxc",
    "import",
    "react",
    "nextjs",
    "jsx-a11y",
    "promise",
  ],
  categories: { correctness: "error", suspicious: "error" },
  env: { node: true, browser: true, es2024: true },
  ignorePatterns: [".next/**", ".data/**", "node_modules/**", "next-env.d.ts"],
  rules: {
    "max-lines": ["error", { max: 250 }],
    "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    // Of types, too: a circle of types is a circle of what one has to know.
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "import/no-default-export": "error",
    "oxc/no-barrel-file": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    // A server action may be given to `action={…}`.
    "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    "typescript/consistent-type-imports": "error",
    "no-console": "error",
    "unicorn/no-array-sort": "error",
    // A literal is never spread into a literal (`...{ a, b }`) to keep it on one line.
    "unicorn/no-useless-spread": "error",
    "no-restricted-imports": ["error", { patterns: [acrossFolders] }],

    // Off, each for a reason.
    "no-shadow": "off", // short names are used again in small scopes
    "no-await-in-loop": "off", // steps that must follow one another are written as a loop
    "no-underscore-dangle": "off", // a leading underscore names what is left unused
    "import/no-unassigned-import": "off", // styles, and programs imported to run
    "import/no-named-as-default": "off", // libraries export one thing under two names
    "import/no-named-as-default-member": "off", // likewise
    "react/react-in-jsx-scope": "off", // the JSX transform imports it
    "promise/always-return": "off", // a `then` may end in an effect
    "promise/no-callback-in-promise": "off", // SMTP and streams call back
    "unicorn/consistent-function-scoping": "off", // a helper stands beside its one caller
    "unicorn/require-module-specifiers": "off", // `export {}` makes a script a module
    "typescript/consistent-return": "off", // `refuse` never returns, which the rule does not see
    "typescript/no-unnecessary-type-parameters": "off", // ids carry their type in a parameter
    "typescript/no-unsafe-type-assertion": "off", // a cast has its reason beside it, read in review
    "typescript/unbound-method": "off", // the sandbox's controls are functions in an object
    "jsx-a11y/prefer-tag-over-role": "off", // `role="timer"` and `role="status"` have no tag
    "jsx-a11y/control-has-associated-label": "off", // fields take their label from a component
  },
  overrides: [
    {
      files: [
        "app/**/{page,layout,error,not-found,global-error,forbidden,loading,opengraph-image}.tsx",
        "app/robots.ts",
        "test/bench/pages/one-query-page/app/*.tsx",
        "*.config.{ts,js,mjs}",
        "test/**/*.config.ts",
        "packages/**/*.config.ts",
        "proxy.ts",
        "e2e/start-stacks.ts",
      ],
      rules: { "import/no-default-export": "off" }, // their frameworks ask for one
    },
    ...importBans,
    {
      // Programs that speak to the person who started them.
      files: [
        "scripts/**",
        "stack/**",
        "test/bench/**",
        "packages/stripe-sandbox/**",
        "e2e/start-stacks.ts",
        "worker/main.ts",
        "test/support/fail-every-way.ts",
        "lib/web/log-through-report.ts",
      ],
      rules: { "no-console": "off" },
    },
    {
      files: ["db/patient-client.ts"], // stands for the driver's query, which is sent when it is awaited
      rules: { "unicorn/no-thenable": "off" },
    },
    {
      files: ["**/*.test.ts", "e2e/**"],
      rules: { "max-lines-per-function": "off" }, // a story is told in one piece
    },
  ],
});
