import Bowser from "bowser";

/** What people call a browser by: "Firefox on Android". What it says of itself may be anything. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent?.trim()) return "A browser that does not say which";
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return "Another program";
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
