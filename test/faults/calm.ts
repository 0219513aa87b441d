/** The last part of the load goes without faults, so that what was broken last can recover. */
export const calmMilliseconds = 6_000;
