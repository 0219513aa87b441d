/** The answer given under an idempotency key, kept to be replayed. */
export type StoredReply = {
  path: string;
  parametersHash: string;
  status: number;
  body: string;
  atMs: number;
};
