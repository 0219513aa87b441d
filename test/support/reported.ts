/** What was logged since the test began. */
export const reported: { severity: string; message: string }[] = [];
