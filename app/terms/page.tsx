import type { Metadata } from "next";
import { lockInWords } from "#app/_words/lock-in-words.ts";
import { WordsPage } from "#app/_words/words-page.tsx";

export const metadata: Metadata = { title: "Terms" };

export default function TermsPage() {
  return (
    <WordsPage
      title="Terms"
      lead="What buyers, sellers and we can expect of each other."
      sections={[
        [
          "What we do",
          "Rowlock is where fans sell tickets to fans. We hold a ticket while its buyer pays, take the payment, and keep the record of both. The ticket itself is the seller’s until it is sold.",
        ],
        [
          "Sellers",
          "List only what you have and may sell, once, and describe it as it is. Your price is what the buyer pays. As long as nobody is paying for a listing you can change or withdraw it.",
        ],
        [
          "Buyers",
          `A ticket is held for you for ${lockInWords()} at most. It is yours once the payment is complete. Holding tickets to keep them from others is not allowed, and is slowed down.`,
        ],
        [
          "Accounts",
          "One person, one account, and a password that only you know. You can end every other session on your account page.",
        ],
        [
          "What is not allowed",
          "Tickets that are not yours to sell, listings that mislead, and interfering with how the site works for others.",
        ],
      ]}
    />
  );
}
