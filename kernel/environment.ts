import { z } from "zod";

/** Defaults that let a fresh clone run. Production refuses every one of them. */
export const developmentSecrets = {
  AUTH_SECRET: "rowlock-development-secret-not-for-production",
  STRIPE_SECRET_KEY: "sk_test_rowlock",
  STRIPE_PUBLISHABLE_KEY: "pk_test_rowlock",
  STRIPE_WEBHOOK_SECRET: "whsec_rowlock_development",
} as const;

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce
    .number("write a whole number from 1 to 65535, such as 3000")
    .int()
    .positive()
    .max(65_535)
    .default(3000),
  APP_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_MAX: count(10),
  AUTH_SECRET: z.string().min(32).default(developmentSecrets.AUTH_SECRET),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_/)
    .default(developmentSecrets.STRIPE_SECRET_KEY),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_/)
    .default(developmentSecrets.STRIPE_PUBLISHABLE_KEY),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .startsWith("whsec_")
    .default(developmentSecrets.STRIPE_WEBHOOK_SECRET),
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** To one endpoint of Stripe, by each process. */
  STRIPE_CALLS_PER_SECOND: count(20),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Always a name and an address: `Rowlock <tickets@rowlock.example>`. */
  MAIL_FROM: z
    .string()
    .trim()
    .regex(
      /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      "write an address, or a name and <an address>",
    )
    .transform((from) => from.replace(/^<?([^<>]+)>?$/, "Rowlock <$1>"))
    .default("Rowlock <tickets@rowlock.example>"),
  LOCK_SECONDS: count(900),
  PAYMENT_ATTEMPTS: count(3),
  /** Whoever has it may read /api/metrics; without one there are none. */
  METRICS_TOKEN: z.string().min(16).optional(),
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  /** Set by Vercel: where this deployment is reached besides APP_URL, without the scheme. */
  VERCEL_URL: z.string().optional(),
  VERCEL_BRANCH_URL: z.string().optional(),
  /** How many proxies stand in front, each adding to `x-forwarded-for` the address it was asked from. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Vercel sets it. Its proxy stands in front of everything that runs there. */
  VERCEL: z.string().optional(),
});

export type Environment = z.output<typeof environmentSchema>;

export class EnvironmentProblem extends Error {}

/** Reads and checks the environment. Throws an `EnvironmentProblem` whose message names every fault. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new EnvironmentProblem(
      parsed.error.issues.map((issue) => sentence(issue, given)).join("\n"),
    );
  }
  const problems = [
    ...problemsWithStripe(parsed.data),
    ...problemsWithProxies(parsed.data),
    ...problemsInProduction(parsed.data),
  ];
  if (problems.length > 0) throw new EnvironmentProblem(problems.join("\n"));
  return parsed.data;
}

let checked: Environment | undefined;

/** This process's environment, checked on first use. */
export function environment(): Environment {
  checked ??= readEnvironment(process.env);
  return checked;
}

function sentence(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const name = issue.path.join(".");
  if (!(name in given)) return `${name} is not set. Set it; README.md says what to.`;
  return `${name} is malformed: ${issue.message}. Correct it, then start again.`; // the value may be a secret: never printed
}

function problemsWithStripe(env: Environment): string[] {
  const live = [env.STRIPE_SECRET_KEY, env.STRIPE_PUBLISHABLE_KEY].filter((key) =>
    key.includes("_live_"),
  );
  if (live.length === 1)
    return ["STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY must both be live or both be test keys."];
  if (live.length > 0 && env.STRIPE_API_URL)
    return ["STRIPE_API_URL points at a sandbox and must not be set together with live keys."];
  return problemsWithRealStripe(env);
}

/** A secret key of one's own without what belongs to it: payments would begin, and nobody would hear how they end. */
function problemsWithRealStripe(env: Environment): string[] {
  const isOwn = env.STRIPE_SECRET_KEY !== developmentSecrets.STRIPE_SECRET_KEY;
  if (!isOwn || env.STRIPE_API_URL || isDeployed(env)) return []; // deployed, every default is refused anyway
  const missing = {
    STRIPE_PUBLISHABLE_KEY: "Copy it from the Stripe dashboard, beside the secret key.",
    STRIPE_WEBHOOK_SECRET:
      "Copy it from the webhook endpoint in the Stripe dashboard or, on your own machine, from what `stripe listen` prints.",
  };
  const names = Object.keys(missing) as (keyof typeof missing)[]; // keys of a literal
  return names
    .filter((name) => env[name] === developmentSecrets[name])
    .map((name) => `STRIPE_SECRET_KEY is set and ${name} is not. ${missing[name]}`);
}

function problemsWithProxies({ VERCEL, TRUSTED_PROXIES }: Environment): string[] {
  if (!VERCEL || TRUSTED_PROXIES > 0) return [];
  return ["TRUSTED_PROXIES is 0, but Vercel's proxy stands in front. Set it to 1."];
}

function problemsInProduction(env: Environment): string[] {
  if (!isDeployed(env)) return [];
  const names = Object.keys(developmentSecrets) as (keyof typeof developmentSecrets)[]; // keys of a literal
  return names
    .filter((name) => env[name] === developmentSecrets[name])
    .map(
      (name) =>
        `${name} still has its development default. Set your own before going to production.`,
    );
}

function isDeployed(env: Environment): boolean {
  return env.NODE_ENV === "production" && !isLocal(env.APP_URL);
}

function isLocal(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
