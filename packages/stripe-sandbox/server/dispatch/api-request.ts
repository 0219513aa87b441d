/** The parts of an HTTP request that the API reads. `parameters` is the query of a GET, the body of a POST. */
export type ApiRequest = {
  method: string;
  path: string;
  parameters: string;
  headers: Record<string, string | undefined>;
};
