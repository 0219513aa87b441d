import { authenticatingCards } from "./authenticating-cards.ts";
import { declinedCards } from "./declined-cards.ts";
import { payingCards } from "./paying-cards.ts";
import type { TestCard } from "./test-card.ts";
import { troubledCards } from "./troubled-cards.ts";

export const testCards: TestCard[] = [
  ...payingCards,
  ...declinedCards,
  ...authenticatingCards,
  ...troubledCards,
];

export function findTestCard(numberOrName: string): TestCard | null {
  return (
    testCards.find((card) => card.number === numberOrName || card.names.includes(numberOrName)) ??
    null
  );
}
