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
];

export function isConnectionLost(error: unknown): boolean {
  const code = sqlState(error) ?? "";
  return lostConnections.includes(code) || /^(57P0[123]|08)/.test(code);
}

/** Worth another try: serialization failure, deadlock, lock not available, server going down or gone. */
export function isTransient(error: unknown): boolean {
  return ["40001", "40P01", "55P03"].includes(sqlState(error) ?? "") || isConnectionLost(error);
}
