import {
  type FrameAnswer,
  type FrameEvent,
  type FrameQuestion,
  type FromFrame,
  frameUrl,
} from "../frame-messages.ts";
import { sandboxOrigin } from "./sandbox-origin.ts";
import { setStyles } from "./set-styles.ts";

export type PaymentFrameLink = {
  ask(question: FrameQuestion): Promise<FrameAnswer>;
  close(): void;
};

let opened = 0;

/** Puts the payment frame into the page and speaks with it. Only its own window at the sandbox's origin is listened to. */
export function openPaymentFrame(
  container: HTMLElement,
  hear: (event: FrameEvent) => void,
): PaymentFrameLink {
  opened += 1;
  const name = `__privateStripeFrame${opened}`;
  const iframe = createFrame(name);
  const waiting = new Map<number, (answer: FrameAnswer) => void>();
  let questions = 0;
  let tellLoaded = () => {};
  const loaded = new Promise<void>((resolve) => {
    tellLoaded = resolve;
  });

  function receive({ origin, source, data }: MessageEvent<FromFrame>): void {
    if (origin !== sandboxOrigin || source !== iframe.contentWindow || data?.frame !== name) return;
    if ("answerTo" in data) {
      waiting.get(data.answerTo)?.(data.answer);
      waiting.delete(data.answerTo);
      return;
    }
    if (data.event === "loaded") tellLoaded();
    if (data.event === "height") setStyles(iframe, { height: `${Math.ceil(data.height)}px` });
    hear(data);
  }

  window.addEventListener("message", receive);
  container.replaceChildren(iframe);
  return {
    async ask(question) {
      await loaded;
      questions += 1;
      const number = questions;
      return new Promise((resolve) => {
        waiting.set(number, resolve);
        iframe.contentWindow?.postMessage(
          { frame: name, question: number, ...question },
          sandboxOrigin,
        );
      });
    },
    close() {
      window.removeEventListener("message", receive);
      for (const answer of waiting.values())
        answer({
          error: { type: "invalid_request_error", message: "The Payment Element was removed." },
        });
      iframe.remove();
    },
  };
}

function createFrame(name: string): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  iframe.name = name;
  iframe.title = "Secure payment input frame";
  iframe.src = frameUrl(sandboxOrigin, "/elements/payment", name);
  setStyles(iframe, {
    border: "0",
    display: "block",
    // A frame whose color scheme differs from its page is painted on an opaque ground.
    "color-scheme": "light only",
    height: "0px",
    // The frame keeps 4px for focus rings; the fields themselves line up with the page.
    margin: "-4px",
    width: "calc(100% + 8px)",
  });
  return iframe;
}
