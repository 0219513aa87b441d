import type { FrameAnswer, FrameEvent, FrameQuestion } from "../frame-messages.ts";
import { createEventListeners, type Listener } from "./event-listeners.ts";
import { IntegrationError } from "./integration-error.ts";
import { openPaymentFrame, type PaymentFrameLink } from "./payment-frame-link.ts";

export type Appearance = { theme?: string; variables?: Record<string, string>; labels?: string };
export type PaymentElementOptions = {
  readOnly?: boolean;
  defaultValues?: { billingDetails?: Record<string, unknown> };
  [option: string]: unknown;
};

export type PaymentElement = {
  mount(target: string | HTMLElement): void;
  unmount(): void;
  destroy(): void;
  update(changes: PaymentElementOptions): PaymentElement;
  on(event: string, listener: Listener): PaymentElement;
  once(event: string, listener: Listener): PaymentElement;
  off(event: string, listener?: Listener): PaymentElement;
  focus(): void;
  blur(): void;
  clear(): void;
  collapse(): PaymentElement;
  /** For the rest of this script: the page's look sent again, what it knows of the buyer, and the frame itself. */
  configure(): Promise<void>;
  defaultBilling(): Record<string, unknown>;
  ask(question: FrameQuestion): Promise<FrameAnswer>;
};

/** How long a frame may take to load before the page is told that it did not. */
const LOAD_TIMEOUT_MS = 15_000;

/** The Payment Element: a frame in the page's container, and the events Stripe documents for it. */
export function createPaymentElement(
  firstOptions: PaymentElementOptions,
  appearance: () => Appearance,
  destroyed: () => void,
): PaymentElement {
  const listeners = createEventListeners("payment");
  let options = firstOptions;
  let link: PaymentFrameLink | null = null;
  let container: HTMLElement | null = null;
  let gone = false;

  function hear(event: FrameEvent): void {
    if (event.event === "loaded") void configure();
    else if (event.event === "enter") container?.closest("form")?.requestSubmit();
    else if (event.event === "change") listeners.tell("change", changeDetails(event));
    else if (event.event !== "height") listeners.tell(event.event);
  }

  async function configure(): Promise<void> {
    await link?.ask({
      ask: "configure",
      options: { appearance: appearance(), readOnly: options.readOnly ?? false },
    });
  }

  function tellIfNotLoaded(opened: PaymentFrameLink): void {
    const timer = setTimeout(() => {
      if (link === opened)
        listeners.tell("loaderror", {
          error: { type: "api_connection_error", message: "The payment form could not be loaded." },
        });
    }, LOAD_TIMEOUT_MS);
    listeners.once("ready", () => clearTimeout(timer));
  }

  function unmount(): void {
    link?.close();
    link = null;
    container = null;
  }

  const element: PaymentElement = {
    mount(target: string | HTMLElement): void {
      if (gone)
        throw new IntegrationError(
          "This Element has already been destroyed. Please create a new one.",
        );
      const found =
        typeof target === "string" ? document.querySelector<HTMLElement>(target) : target;
      if (!found)
        throw new IntegrationError(
          `The selector you specified (${String(target)}) applies to no DOM elements that are currently on the page.`,
        );
      if (container === found) return;
      unmount();
      container = found;
      link = openPaymentFrame(found, hear);
      listeners.tell("loaderstart");
      tellIfNotLoaded(link);
    },
    unmount,
    destroy(): void {
      unmount();
      gone = true;
      destroyed();
    },
    update(changes: PaymentElementOptions): PaymentElement {
      options = { ...options, ...changes };
      void configure();
      return element;
    },
    on: (event: string, listener: Listener) => (listeners.on(event, listener), element),
    once: (event: string, listener: Listener) => (listeners.once(event, listener), element),
    off: (event: string, listener?: Listener) => (listeners.off(event, listener), element),
    focus: () => void link?.ask({ ask: "focus" }),
    blur: () => void link?.ask({ ask: "blur" }),
    clear: () => void link?.ask({ ask: "clear" }),
    collapse: () => (void link?.ask({ ask: "collapse" }), element),
    configure,
    defaultBilling: () => options.defaultValues?.billingDetails ?? {},
    ask(question: FrameQuestion): Promise<FrameAnswer> {
      if (link) return link.ask(question);
      throw new IntegrationError(
        "Invalid value for elements: the Payment Element should be mounted. Please ensure it is still mounted.",
      );
    },
  };
  return element;
}

function changeDetails(event: { complete: boolean; empty: boolean }): Record<string, unknown> {
  return {
    complete: event.complete,
    empty: event.empty,
    collapsed: false,
    value: { type: "card" },
  };
}
