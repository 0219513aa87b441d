/** How long somebody has to wait, never said shorter than it is: "45 seconds", "7 minutes", "3 hours". */
export function durationInWords(seconds: number): string {
  if (seconds < 120) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
