import type { FrameAnswer, FrameEvent, FrameQuestion } from "../frame-messages.ts";
import { IntegrationError } from "./integration-error.ts";
import { openPaymentFrame, type PaymentFrameLink } from "./payment-frame-link.ts";

export type FrameMount = {
  /** Answers false when the frame is there already. */
  mount(target: string | HTMLElement): boolean;
  unmount: () => void;
  isMounted(): boolean;
  /** The form of the page around the frame, which Enter submits. */
  form(): HTMLFormElement | null;
  ask: (question: FrameQuestion) => Promise<FrameAnswer>;
  /** Asks when a frame is mounted, and ignores the answer. */
  tell(question: FrameQuestion): void;
};

/** Where in the page the payment frame stands, if it does. */
export function createFrameMount(hear: (event: FrameEvent) => void): FrameMount {
  let link: PaymentFrameLink | null = null;
  let container: HTMLElement | null = null;

  function unmount(): void {
    link?.close();
    link = null;
    container = null;
  }

  return {
    mount(target) {
      const found = findContainer(target);
      if (container === found) return false;
      unmount();
      container = found;
      link = openPaymentFrame(found, hear);
      return true;
    },
    unmount,
    isMounted: () => link !== null,
    form: () => container?.closest("form") ?? null,
    ask(question) {
      if (link) return link.ask(question);
      throw new IntegrationError(
        "Invalid value for elements: the Payment Element should be mounted. Please ensure it is still mounted.",
      );
    },
    tell: (question) => void link?.ask(question),
  };
}

function findContainer(target: string | HTMLElement): HTMLElement {
  const found = typeof target === "string" ? document.querySelector<HTMLElement>(target) : target;
  if (found) return found;
  throw new IntegrationError(
    "The selector you specified applies to no DOM elements that are currently on the page.",
  );
}
