Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? "production" });
await import("#worker/main.ts"); // reads the environment as soon as it is imported

export {};
