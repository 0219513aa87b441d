const pauseMilliseconds = 1000;

/** Resolves once the app can be reached. Navigating sooner would end at the browser's own "no connection" page. */
export async function untilReachable(signal?: AbortSignal): Promise<void> {
  if (signal?.aborted || (await isReachable())) return;
  await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  await untilReachable(signal);
}

async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    return (await fetch("/icon.svg", { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
