export type SkeletonProps = { className: string };

/** A quiet block of the size of what is coming. Say "Loading…" once, beside the group, not in each block. */
export function Skeleton({ className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={`block animate-pulse rounded-sm bg-line motion-reduce:animate-none ${className}`}
    />
  );
}
