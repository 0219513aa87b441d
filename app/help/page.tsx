import type { Metadata } from "next";
import { contactAddress } from "#app/_words/contact-address.ts";
import { lockInWords } from "#app/_words/lock-in-words.ts";
import { WordsPage } from "#app/_words/words-page.tsx";
import { environment } from "#kernel/environment.ts";

export const metadata: Metadata = { title: "Help" };

export default function HelpPage() {
  const [lock, tries, address] = [lockInWords(), environment().PAYMENT_ATTEMPTS, contactAddress()];
  return (
    <WordsPage
      title="Help"
      lead="How buying and selling work here, and whom to ask."
      sections={[
        [
          "Buying a ticket",
          `Press Buy ticket, and it is held for you for ${lock}, or until the event begins if that is sooner. Nobody else can buy it meanwhile. The page counts down, also after a reload and on another device.`,
          `Pay by card within that time. You have ${tries} ${tries === 1 ? "try" : "tries"}; another card may be used for each. Your bank sets the amount aside first. It is taken only once the ticket is yours.`,
          "What you saw is what you pay. If the seller changed the price meanwhile, nothing is held and you are asked again.",
        ],
        [
          "When the time runs out",
          "The ticket is free again and you are not charged. If your bank had agreed in time, the ticket is yours, however late we hear of it. If it agreed too late, the amount is set free.",
          "Whoever keeps a ticket from others again and again without paying waits before they may hold it once more: as long as they held it.",
        ],
        [
          "Selling a ticket",
          "List it with its event, place and price. You can change or withdraw it as long as nobody is paying for it. Every step of its sale is in My sales.",
          "Pressed twice, the button lists once.",
        ],
        [
          "Finding an event",
          "The search knows acts, teams, venues and cities, with or without accents, also misspelt. What you look for stands in the address of the page, so it can be kept and shared.",
        ],
        [
          "Contact",
          <>
            Write to{" "}
            <a className="text-link" href={`mailto:${address}`}>
              {address}
            </a>
            . Name your order’s number if it is about one: it is on the receipt.
          </>,
        ],
      ]}
    />
  );
}
