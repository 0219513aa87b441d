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
          `Press Buy ticket, and it is held for you for ${lock}, or until the event begins if that is sooner. Nobody else can buy it meanwhile. The page counts down, and goes on after a reload or on another device.`,
          `Pay by card within that time. You have ${tries} ${tries === 1 ? "try" : "tries"}; another card may be used for each. Your bank sets the amount aside first. It is taken only once the ticket is yours.`,
          "What you saw is what you pay. If the seller changed the price meanwhile, nothing is held and you are asked again.",
        ],
        [
          "When the time runs out",
          "Other people can buy the ticket again, and you are not charged. If your bank agreed in time, the ticket is yours, however late we hear of it. If it agreed too late, the bank releases the amount.",
          "If you hold a ticket again and again without paying, you wait before you can hold it once more: for as long as you kept it from others.",
        ],
        [
          "After you have paid",
          "The page of your order is your receipt, to be printed or saved; an email with the same goes out at once. Both stay in My orders, with the event for your calendar.",
          "No email? Look in the folder for unwanted mail, then in My orders: what is there is what counts.",
        ],
        [
          "Selling a ticket",
          "List it with its event, place and price. You can change or withdraw it as long as nobody is paying for it. Every step of its sale is in My sales.",
          "If you press the button twice, the ticket is listed once. It shows on the first page and in searches within moments.",
        ],
        [
          "Finding an event",
          "The search knows acts, teams, venues and cities, with or without accents, even when misspelt. Your search is in the address of the page: keep it as a bookmark, or send it to a friend.",
        ],
        [
          "Keeping your account yours",
          "Your account page leads to How you sign in: add a passkey, or let your password ask for a code of an authenticator app too. Keep its recovery codes where you find them without your phone.",
          "You lost your phone? Sign in with a recovery code in place of the code. You have none? Write to us from the address of your account.",
        ],
        [
          "Contact",
          <>
            Write to{" "}
            <a className="text-link" href={`mailto:${address}`}>
              {address}
            </a>
            . If it is about an order, tell us its number: it is on the receipt.
          </>,
        ],
      ]}
    />
  );
}
