import type { Metadata } from "next";
import { contactAddress } from "#app/_words/contact-address.ts";
import { WordsPage } from "#app/_words/words-page.tsx";

export const metadata: Metadata = { title: "Refunds" };

export default function RefundsPage() {
  const address = contactAddress();
  return (
    <WordsPage
      title="Refunds"
      lead="When money comes back, how, and how long it takes."
      sections={[
        [
          "You are never charged for a ticket that is not yours",
          "Your card is authorised first: the bank sets the amount aside. It is taken only after our books have shown that the ticket is held for you. Otherwise the bank releases the amount, and nothing was charged. Your account shows that within a few days.",
        ],
        [
          "Money that was taken all the same",
          "Should an amount ever be taken for an order that did not get its ticket, it is given back in full without your asking, once, to the card it came from. The order’s page says so as soon as it is under way. Banks take five to ten days.",
        ],
        [
          "An event that is called off",
          "From that moment its tickets are no longer sold, and orders that were not paid end without a charge.",
          <>
            Had you paid already? Write to{" "}
            <a className="text-link" href={`mailto:${address}`}>
              {address}
            </a>{" "}
            with your order’s number, and a person sees to it.
          </>,
        ],
        [
          "A change of mind",
          "A sale between fans is final. If you cannot go after all, offer the ticket again: listing it takes a minute.",
        ],
      ]}
    />
  );
}
