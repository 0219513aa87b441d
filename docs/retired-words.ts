type RetiredWord = {
  word: string;
  /** What is said instead. */
  now: string;
  pattern: RegExp;
  /** Where the word had that meaning: the beginnings of paths. */
  within: string[];
  /** Files that use it in another sense, and which. */
  except?: Record<string, string>;
};

const product = ["app/", "components/", "db/", "kernel/", "lib/", "worker/"];
const everywhere = [...product, "e2e/", "packages/", "scripts/", "stack/", "test/"];

/** Names and words that were given up, so that each idea has one. The glossary says what is said instead. */
export const retiredWords: RetiredWord[] = [
  { word: "takeTurn", now: "limitRate", pattern: /\btakeTurn\b/, within: everywhere },
  {
    word: "letter",
    now: "email",
    pattern: /(?<!\bdead[- ])\bletters?(?:To|Facts)?\b|\bsendLetter\b/i,
    within: ["app/", "lib/", "worker/subscribers/"],
    except: {
      "lib/auth/account/create-user.test.ts": "letters of an alphabet",
      "lib/email/render-html.ts": "letter-spacing, of CSS",
    },
  },
  { word: "torture", now: "fault suite", pattern: /\btorture/i, within: everywhere },
  { word: "breakpoint", now: "failpoint", pattern: /\bbreakpoint/i, within: everywhere },
  {
    word: "crowd",
    now: "workload",
    pattern: /\bcrowd\b/i,
    within: ["test/faults/"],
    except: { "test/faults/testbed/start-programs.ts": "part of a seed: another gives other runs" },
  },
  { word: "weather", now: "Stripe faults", pattern: /\bweather\b/i, within: ["test/faults/"] },
  { word: "tally", now: "report", pattern: /\btally\b/i, within: ["test/faults/"] },
  { word: "pipelined", now: "sentTogether", pattern: /\bpipelined\b/, within: everywhere },
  {
    word: "lockTicket",
    now: "holdTicket",
    pattern: /\block(?:Ticket|Listing)\b/,
    within: everywhere,
  },
  { word: "lockOrder", now: "readOrderForUpdate", pattern: /\blockOrder\(/, within: everywhere },
  { word: "pinTicket", now: "pinHold", pattern: /\bpinTicket\b/, within: everywhere },
  { word: "decideToLock", now: "decideHold", pattern: /\bdecideToLock\b/, within: everywhere },
  { word: "lookAtTicket", now: "readOffer", pattern: /\blookAtTicket\b/, within: everywhere },
  { word: "note…", now: "record…", pattern: /\bnote(?:Refund|Dispute)\b/, within: everywhere },
  { word: "see…", now: "fetch…", pattern: /\bsee(?:Payment|Refund)\b/, within: everywhere },
  { word: "…Seen", now: "…Snapshot", pattern: /\b(?:Payment|Refund)Seen\b/, within: everywhere },
  { word: "rope", now: "layer of expiry", pattern: /\bropes?\b/i, within: everywhere },
];
