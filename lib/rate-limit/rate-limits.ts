/** `burst` requests at once, and from then on one every `everySeconds`. */
type RateLimit = {
  burst: number;
  everySeconds: number;
  /** What the person reads; without it, that this was too often. */
  refusal?: "crowded" | "account-guarded";
};

/**
 * What people share, an address or a mail provider, has limits wide enough for a stadium, and says so; narrow ones count
 * what is one person's. docs/decisions/0023 has the reasons.
 */
const limits = {
  /** Wrong passwords for one account from one address. */
  signInByAccountAndAddress: { burst: 10, everySeconds: 300 },
  /** Wrong passwords for one account from one browser that has signed in to it before. */
  signInByAccountAndDevice: { burst: 10, everySeconds: 60 },
  /** From everywhere that has never signed in to the account: fewer than a hundred guesses in the first day. */
  signInByAccount: { burst: 50, everySeconds: 1800, refusal: "account-guarded" },
  /** Wrong passwords for any account from one address. */
  signInByAddress: { burst: 200, everySeconds: 3, refusal: "crowded" },
  /** Wrong codes of a second factor, by whoever typed the right password. Three in a million are right at any time. */
  secondFactorByAccountAndAddress: { burst: 10, everySeconds: 300 },
  secondFactorByAccountAndDevice: { burst: 10, everySeconds: 60 },
  secondFactorByAccount: { burst: 30, everySeconds: 1800, refusal: "account-guarded" },
  /** Passkeys that were none: there is nothing to guess, but checking one takes time. */
  passkeyByAddress: { burst: 200, everySeconds: 3, refusal: "crowded" },
  signUpByAddress: { burst: 200, everySeconds: 5, refusal: "crowded" },
  /** From everywhere, with email addresses of one domain. */
  signUpByDomain: { burst: 500, everySeconds: 2, refusal: "crowded" },
  /** Emails with a link, to one email address, asked for from one address. */
  confirmByEmailAndAddress: { burst: 5, everySeconds: 300 },
  /** From everywhere: nobody's mailbox is flooded, and as many as a stranger may spoil are left to its owner. */
  confirmByEmail: { burst: 40, everySeconds: 600, refusal: "crowded" },
  /** To any email address, asked for from one address. */
  confirmByAddress: { burst: 200, everySeconds: 5, refusal: "crowded" },
  /** Wrong passwords, codes and passkeys of somebody who is signed in, by their account and session. */
  proveByAccount: { burst: 10, everySeconds: 60 },
  /** Passkeys and authenticator apps added, removed and named by one account. */
  changeSignInByAccount: { burst: 30, everySeconds: 60 },
  /** Access tokens made by one account. */
  changeIntegrationsByAccount: { burst: 60, everySeconds: 30 },
  /** Reading by programs: two a second. */
  readByToken: { burst: 120, everySeconds: 0.5 },
  /** The same from one address, with any token or none that is ours. */
  readByAddress: { burst: 1200, everySeconds: 0.1, refusal: "crowded" },
  orderByBuyer: { burst: 15, everySeconds: 5 },
  listBySeller: { burst: 60, everySeconds: 5 },
  startPaymentByBuyer: { burst: 10, everySeconds: 5 },
  /** Asking Stripe how a payment stands; what is left out, the worker does. */
  settleByBuyer: { burst: 5, everySeconds: 5 },
  /** Reports of the browser that Stripe's form refused ours. */
  payTroubleByBuyer: { burst: 5, everySeconds: 60 },
} satisfies Record<string, RateLimit>;

export type RateLimitName = keyof typeof limits;
export const rateLimitsByName: Record<RateLimitName, RateLimit> = limits;
