/** The answer that the event a seller describes is none of those it looks like. */
export const anotherEvent = "another";
