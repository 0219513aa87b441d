import type { Page } from "@playwright/test";

/**
 * Tells of whatever the content security policy of a page, or of a frame in it, forbids. The browser itself is asked:
 * it knows also where no script runs, and of what it does not write to the console. It would not tell of a worker: the
 * policy forbids them all.
 */
export async function watchPolicy(page: Page, tell: (problem: string) => void): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  browser.on("Audits.issueAdded", ({ issue }) => {
    const forbidden = issue.details.contentSecurityPolicyIssueDetails;
    if (!forbidden) return;
    const { violatedDirective, blockedURL = "what stands in the page" } = forbidden;
    tell(`Content Security Policy: ${violatedDirective} forbids ${blockedURL} on ${page.url()}`);
  });
  await browser.send("Audits.enable");
}
