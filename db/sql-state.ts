/**
 * The database gave no answer in time, or no connection to it came free in time. What was asked may have been done all
 * the same. It is not tried again: whoever waits has waited long enough.
 */
export class DatabaseSilent extends Error {
  override name = "DatabaseSilent";
  readonly code: "DATABASE_SILENT" | "DATABASE_BUSY";
  constructor(code: "DATABASE_SILENT" | "DATABASE_BUSY") {
    super(code === "DATABASE_SILENT" ? "No answer in time." : "No connection free in time.");
    this.code = code;
  }
}

/** The SQLSTATE (or the driver's own code) of a database error, however deep drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string") return current.code;
  }
  return undefined;
}

/** The name of the constraint that refused, if one did. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("constraint_name" in current && typeof current.constraint_name === "string") {
      return current.constraint_name;
    }
  }
  return undefined;
}

const lostConnections = [
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "DATABASE_SILENT",
];

export function isConnectionLost(error: unknown): boolean {
  const code = sqlState(error) ?? "";
  return lostConnections.includes(code) || /^(57P0[123]|08)/.test(code);
}

/** Says nothing about what was asked: serialization failure, deadlock, lock not available, server going down or gone. */
export function isTransient(error: unknown): boolean {
  const code = sqlState(error) ?? "";
  return ["40001", "40P01", "55P03", "DATABASE_BUSY"].includes(code) || isConnectionLost(error);
}

/** Transient, and it took so long to find out that whoever asked is not kept waiting any longer. */
export function isOutOfTime(error: unknown): boolean {
  const code = sqlState(error) ?? "";
  return ["DATABASE_SILENT", "DATABASE_BUSY", "CONNECT_TIMEOUT"].includes(code);
}

/** Whether the database itself is out of reach, as far as this error can tell. */
export function isDatabaseAway(error: unknown): boolean {
  const code = sqlState(error) ?? "";
  const refusals = ["3D000", "28P01", "28000", "53300"]; // no such database, no entry, no connection left
  return isConnectionLost(error) || refusals.includes(code) || code === "ENOTFOUND";
}
