/** What was logged since the running test began. */
export const capturedLog: { severity: string; message: string }[] = [];
