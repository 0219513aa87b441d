/** What a job carries: the domain event as recorded. It is read into today's shape when the job runs. */
export type JobData = {
  id: string;
  type: string;
  version: number;
  data: unknown;
  occurredAt: string;
};
