import { frameUrl } from "../frame-messages.ts";
import { sandboxOrigin } from "./sandbox-origin.ts";
import { setStyles } from "./set-styles.ts";

/** Shows the bank's page over the shop's until the buyer has answered it. A native dialog keeps the keyboard focus inside. */
export function authenticateInDialog(challenge: string): Promise<void> {
  const dialog = document.createElement("dialog");
  const iframe = document.createElement("iframe");
  dialog.setAttribute("aria-label", "Authenticate your payment");
  iframe.title = "3D Secure authentication";
  iframe.src = frameUrl(sandboxOrigin, `/authenticate/${challenge}`, challenge);
  arrange(dialog, iframe);
  dialog.append(iframe);
  // Closing with Escape would leave the payment open and undecided.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  iframe.focus();
  return new Promise((resolve) => {
    function receive({
      origin,
      source,
      data,
    }: MessageEvent<{ frame?: string; event?: string }>): void {
      if (
        origin !== sandboxOrigin ||
        source !== iframe.contentWindow ||
        data?.frame !== challenge ||
        data.event !== "answered"
      )
        return;
      window.removeEventListener("message", receive);
      dialog.close();
      dialog.remove();
      resolve();
    }
    window.addEventListener("message", receive);
  });
}

function arrange(dialog: HTMLDialogElement, iframe: HTMLIFrameElement): void {
  setStyles(dialog, {
    "align-items": "center",
    background: "rgb(10 15 25 / 60%)",
    border: "0",
    "box-sizing": "border-box",
    display: "flex",
    height: "100dvh",
    inset: "0",
    "justify-content": "center",
    margin: "0",
    "max-height": "none",
    "max-width": "none",
    padding: "16px",
    position: "fixed",
    width: "100vw",
  });
  setStyles(iframe, {
    background: "#fff",
    border: "0",
    "border-radius": "12px",
    "box-shadow": "0 12px 48px rgb(0 0 0 / 35%)",
    "color-scheme": "light only",
    height: "min(440px, 100%)",
    width: "min(440px, 100%)",
  });
}
