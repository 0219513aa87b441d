import type { FrameAnswer, FrameEvent, FrameOptions, FrameQuestion } from "../frame-messages.ts";
import { createEventListeners, type EventListeners, type Listener } from "./event-listeners.ts";
import { IntegrationError } from "./integration-error.ts";
import { createFrameMount, type FrameMount } from "./frame-mount.ts";

export type Appearance = FrameOptions["appearance"];
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
  /** For the rest of this script: sends the appearance again, reads the billing defaults, and asks the frame. */
  configure(): void;
  defaultBilling(): Record<string, unknown>;
  ask(question: FrameQuestion): Promise<FrameAnswer>;
};

/** How long a frame may take to load before the page gets `loaderror`. */
const LOAD_TIMEOUT_MS = 15_000;

/** The Payment Element: a frame in the page's container, and the events Stripe documents for it. */
export function createPaymentElement(
  firstOptions: PaymentElementOptions,
  look: () => Omit<FrameOptions, "readOnly">,
  destroyed: () => void,
): PaymentElement {
  const listeners = createEventListeners("payment");
  const frame = createFrameMount(hear);
  let options = firstOptions;
  let isDestroyed = false;

  function hear(event: FrameEvent): void {
    if (event.event === "loaded") configure();
    else if (event.event === "enter") frame.form()?.requestSubmit();
    else if (event.event === "change") listeners.tell("change", changeDetails(event));
    else if (event.event !== "height") listeners.tell(event.event);
  }

  function configure(): void {
    const readOnly = options.readOnly ?? false;
    frame.tell({ ask: "configure", options: { ...look(), readOnly } });
  }

  const element: PaymentElement = {
    mount(target) {
      if (isDestroyed)
        throw new IntegrationError(
          "This Element has already been destroyed. Please create a new one.",
        );
      if (!frame.mount(target)) return;
      listeners.tell("loaderstart");
      tellIfNotLoaded(listeners, frame);
    },
    unmount: frame.unmount,
    destroy() {
      frame.unmount();
      isDestroyed = true;
      destroyed();
    },
    update(changes) {
      options = { ...options, ...changes };
      configure();
      return element;
    },
    on: (event, listener) => (listeners.on(event, listener), element),
    once: (event, listener) => (listeners.once(event, listener), element),
    off: (event, listener) => (listeners.off(event, listener), element),
    focus: () => frame.tell({ ask: "focus" }),
    blur: () => frame.tell({ ask: "blur" }),
    clear: () => frame.tell({ ask: "clear" }),
    collapse: () => (frame.tell({ ask: "collapse" }), element),
    configure,
    defaultBilling: () => options.defaultValues?.billingDetails ?? {},
    ask: frame.ask,
  };
  return element;
}

function tellIfNotLoaded(listeners: EventListeners, frame: FrameMount): void {
  const error = { type: "api_connection_error", message: "The payment form could not be loaded." };
  const timer = setTimeout(() => {
    if (frame.isMounted()) listeners.tell("loaderror", { error });
  }, LOAD_TIMEOUT_MS);
  listeners.once("ready", () => clearTimeout(timer));
}

function changeDetails(event: { complete: boolean; empty: boolean }): Record<string, unknown> {
  return {
    complete: event.complete,
    empty: event.empty,
    collapsed: false,
    value: { type: "card" },
  };
}
