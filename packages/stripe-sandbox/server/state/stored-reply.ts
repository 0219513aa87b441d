/** What was answered under an idempotency key, to be answered again. */
export type StoredReply = {
  path: string;
  parametersHash: string;
  status: number;
  body: string;
  atMs: number;
};
