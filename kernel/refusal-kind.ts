/** What there is to know of one way to say no. */
type Kind<Details> = {
  /** HTTP's word for it, where an answer carries a status. */
  status: 401 | 403 | 404 | 409 | 422 | 429 | 503;
  /** What of the page it was asked from may be out of date. */
  about: "request" | "account" | "event" | "ticket" | "order";
  /** Whether the same request, sent again unchanged, may be granted. */
  retry: boolean;
  /** What the person reads. It ends with what to do next. */
  sentence: (details: Details) => string;
};

export const kind = <Details = {}>(of: Kind<Details>): Kind<Details> => of;
