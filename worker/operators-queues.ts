/** Jobs that failed as often as they may. Kept for an operator. */
export const deadLetters = "dead-letters";
/** Domain events that the relay could not read. Kept for an operator; their rows stay in the outbox. */
export const unreadable = "unreadable-domain-events";
