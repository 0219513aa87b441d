import type { Metadata } from "next";
import { contactAddress } from "#app/_words/contact-address.ts";
import { WordsPage } from "#app/_words/words-page.tsx";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  const address = contactAddress();
  return (
    <WordsPage
      title="Privacy"
      lead="What we know about you, what for, and who else does."
      sections={[
        [
          "What we keep",
          "Your name and email address, your password as a hash, what you listed and bought, and of a payment its amount, its state, and the brand and last four digits of the card.",
          "Your browser’s name and when it was last used, for each session, until some time after the session has ended.",
          "Of a passkey its public key and what you call it; of an authenticator app its key, encrypted, and your recovery codes as hashes. Your finger and your face never leave your device.",
          "Of an access token for a program of yours its name, a hash, and when it was last used.",
          "What you asked to be confirmed by email, until a day after it is over.",
          "Of a declined card, for two days, keyed hashes of the card and of the address it was tried from, so that nobody can try out stolen ones.",
          "A keyed hash of the addresses and browsers you signed in from, so that nobody can keep you out by guessing your password.",
          "Of a payment that was declined, a keyed hash of where it was begun and of Stripe’s name for the card, for two days, so that nobody finds out here which stolen cards work.",
        ],
        [
          "What we never see",
          "Your card’s number. It goes from your browser to Stripe, who take the payment.",
        ],
        [
          "Who else gets what",
          "A buyer sees a seller’s name on the receipt. Stripe gets the amount and the order’s number. Nobody gets your email address, and nothing is sold or shown to advertisers.",
        ],
        [
          "Cookies",
          "One that signs you in, one that knows your browser again when you sign in, and one each for light or dark and for a hidden clock, if you chose so. None of others.",
        ],
        [
          "Asking",
          <>
            Write to{" "}
            <a className="text-link" href={`mailto:${address}`}>
              {address}
            </a>{" "}
            with what your account page does not answer: there you take along what is kept about
            you, and close your account, which erases it.
          </>,
        ],
      ]}
    />
  );
}
