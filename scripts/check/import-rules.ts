/** One row of the table of rooms: which files it has, and which rooms they may import. */
export type ImportRule = {
  /** As the README names it. */
  room: string;
  files: string[];
  /** Rooms, by the first part of their import: `#lib/…` is `lib`, the sandbox package is `stripe-sandbox`. */
  mayImport: Room[];
  /** Packages that belong to another room. */
  mayNotImport?: string[];
  why: string;
};

export const rooms = [
  "app",
  "components",
  "db",
  "kernel",
  "lib",
  "lib/web",
  "scripts",
  "stack",
  "stripe-sandbox",
  "test",
  "worker",
] as const;
export type Room = (typeof rooms)[number];

const webPackages = ["next", "next-auth", "react", "react-dom"];

/**
 * Who may import whom. A room may always import its own files. Later rows are narrower and win: `lib/web` has
 * its own rule although it lies in `lib`. The linter's rules and the table in the README are made of this list.
 */
export const importRules: ImportRule[] = [
  {
    room: "app",
    files: ["app/**", "proxy.ts", "instrumentation.ts"],
    mayImport: ["components", "kernel", "lib", "lib/web"],
    why: "app asks lib; it knows neither tables nor jobs.",
  },
  {
    room: "components",
    files: ["components/**"],
    mayImport: ["kernel"],
    why: "components are looks without knowledge: they know the kernel alone.",
  },
  {
    room: "lib",
    files: ["lib/**"],
    mayImport: ["db", "kernel"],
    mayNotImport: webPackages,
    why: "A service knows tables, the kernel and other services: nothing above it, nothing of the web.",
  },
  {
    room: "lib/web",
    files: ["lib/web/**"],
    mayImport: ["kernel", "lib"],
    why: "lib/web asks the services; it knows no tables.",
  },
  {
    room: "worker",
    files: ["worker/**"],
    mayImport: ["db", "kernel", "lib"],
    mayNotImport: webPackages,
    why: "The worker follows: it knows lib and db, nothing of the web.",
  },
  {
    room: "db",
    files: ["db/**"],
    mayImport: ["kernel"],
    mayNotImport: webPackages,
    why: "Tables know only the kernel.",
  },
  {
    room: "kernel",
    files: ["kernel/**"],
    mayImport: [],
    mayNotImport: webPackages,
    why: "The kernel imports no other room.",
  },
  {
    room: "stack",
    files: ["stack/**"],
    mayImport: ["db", "kernel", "lib", "worker"],
    mayNotImport: webPackages,
    why: "stack starts what runs on one machine; it starts web and sandbox as programs of their own.",
  },
  {
    room: "scripts",
    files: ["scripts/**"],
    mayImport: ["db", "kernel", "lib", "stack", "test", "worker"],
    mayNotImport: webPackages,
    why: "A script is one entry: it starts what other rooms make.",
  },
  {
    room: "packages/stripe-sandbox",
    files: ["packages/stripe-sandbox/**"],
    mayImport: [],
    mayNotImport: webPackages,
    why: "The sandbox stands in for Stripe: it knows nothing of the app.",
  },
  {
    room: "test",
    files: ["test/**"],
    mayImport: ["app", "db", "kernel", "lib", "lib/web", "stack", "stripe-sandbox", "worker"],
    why: "What tests share may look at everything but the scripts that start it.",
  },
  {
    room: "e2e",
    files: ["e2e/**"],
    mayImport: ["kernel", "stack"],
    why: "A journey sees what its person sees: pages, emails, and the tables only through SQL of its own.",
  },
  {
    room: "tests beside their subject",
    files: ["{app,components,db,kernel,lib,stack,worker,docs,scripts}/**/*.test.ts"],
    mayImport: [
      "app",
      "components",
      "db",
      "kernel",
      "lib",
      "lib/web",
      "scripts",
      "stack",
      "test",
      "worker",
    ],
    why: "A test may use every room, and speaks to the sandbox through test/support.",
  },
];

/** The imports a room may not use, as one regular expression for `no-restricted-imports`. */
export function forbiddenImports({ room, mayImport }: ImportRule): string {
  const forbidden = rooms.filter((each) => each !== room && !mayImport.includes(each));
  const prefixes = forbidden.map((each) =>
    each === "stripe-sandbox" ? "@rowlock/stripe-sandbox/" : `#${each}/`,
  );
  return `^(?:${prefixes.join("|")})`;
}
