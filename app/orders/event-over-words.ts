/** What became of the event of an order that ended for its sake: "The event …". */
export function eventOverWords({ cancelledAt }: { cancelledAt: Date | null }): string {
  return cancelledAt ? "was called off" : "began before it was paid";
}
