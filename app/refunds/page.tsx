import type { Metadata } from "next";
import { WordsPage } from "#app/_words/words-page.tsx";

export const metadata: Metadata = { title: "Refunds" };

export default function RefundsPage() {
  return (
    <WordsPage
      title="Refunds"
      lead="When money comes back, how, and how long it takes."
      sections={[
        [
          "You are never charged for a ticket that is not yours",
          "Your card is authorised first: the bank sets the amount aside. It is taken only after our books have shown that the ticket is held for you. Otherwise the amount is set free, and nothing was charged. Banks show that within a few days.",
        ],
        [
          "Money that was taken all the same",
          "Should an amount ever be taken for an order that did not get its ticket, it is given back in full without your asking, once, to the card it came from. The order’s page says so as soon as it is under way. Banks take five to ten days.",
        ],
        [
          "An event that is called off",
          "From that moment its tickets are no longer sold, and orders that were not paid end without a charge.",
        ],
        ["A change of mind", "A sale between fans is final. You can offer the ticket again."],
      ]}
    />
  );
}
