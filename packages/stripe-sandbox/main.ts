import { z } from "zod";
import { startSandbox } from "./server/start-sandbox.ts";

const environment = z.object({
  STRIPE_SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(3100),
  STRIPE_SANDBOX_HOST: z.string().default("127.0.0.1"),
  STRIPE_SANDBOX_WEBHOOK_URL: z.url().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_SANDBOX_DATA: z.string().optional(),
});

function settings(): z.infer<typeof environment> {
  // An empty line in an .env file means "not set".
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const read = environment.safeParse(set);
  if (!read.success)
    return fail(`The Stripe sandbox cannot start:\n${z.prettifyError(read.error)}`);
  if (read.data.STRIPE_SANDBOX_WEBHOOK_URL && !read.data.STRIPE_WEBHOOK_SECRET) {
    return fail(
      "The Stripe sandbox cannot sign webhooks: set STRIPE_WEBHOOK_SECRET to the value the app uses.",
    );
  }
  return read.data;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

async function main(): Promise<void> {
  const set = settings();
  const {
    STRIPE_SANDBOX_PORT: port,
    STRIPE_SANDBOX_WEBHOOK_URL: url,
    STRIPE_WEBHOOK_SECRET: secret,
  } = set;
  const sandbox = await startSandbox({
    port,
    host: set.STRIPE_SANDBOX_HOST,
    webhook: url && secret ? { url, secret } : undefined,
    dataFile: set.STRIPE_SANDBOX_DATA,
  }).catch((error: unknown) => {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    return fail(
      taken
        ? `Port ${port} is taken: stop what uses it, or set STRIPE_SANDBOX_PORT to another.`
        : `The Stripe sandbox cannot start: ${String(error)}`,
    );
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
  }
  // Last, because a process that waits for this line may send a signal at once.
  console.log(
    `Stripe sandbox ready at ${sandbox.url}, ${url ? `webhooks to ${url}` : "without webhooks"}.`,
  );
}

await main();
