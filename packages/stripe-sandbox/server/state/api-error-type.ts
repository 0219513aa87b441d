/** The kinds of error that the API answers, as its field `type` names them. */
export type ApiErrorType =
  | "api_error"
  | "card_error"
  | "idempotency_error"
  | "invalid_request_error"
  | "rate_limit_error";
