import { Skeleton } from "./ui/skeleton.tsx";

/** The room a ticket stub takes, so that nothing moves when it arrives. */
export function TicketStubSkeleton() {
  return (
    <div className="@container" aria-hidden="true">
      <div className="ticket">
        <div className="ticket-main flex gap-4 p-4 @xl:gap-6 @xl:p-6">
          <Skeleton className="h-24 w-16 shrink-0" />
          <div className="flex min-h-24 flex-1 flex-col border-l border-line pl-4 @xl:pl-6">
            <Skeleton className="h-6 w-3/4" />
            <Skeleton className="mt-2 h-4 w-1/2" />
            <Skeleton className="mt-auto h-4 w-2/5" />
          </div>
        </div>
        <div className="ticket-stub flex justify-between gap-4 p-4 @xl:flex-col @xl:p-6">
          <Skeleton className="h-8 w-24" />
          <Skeleton className="h-5 w-20" />
        </div>
      </div>
    </div>
  );
}
