/** The bank's page of 3-D Secure: in a dialog over the shop's page, or as a page of its own that leads back to the shop. */
const buttons = document.querySelectorAll("button");
const query = new URLSearchParams(window.location.search);

for (const button of buttons) {
  button.addEventListener(
    "click",
    () => void press(button.id === "complete" ? "completed" : "failed"),
  );
}

void describePayment();

/** Best effort: the buttons work without it. */
async function describePayment(): Promise<void> {
  const response = await fetch(`${window.location.pathname}/payment`).catch(() => null);
  const payment = await response?.json();
  if (!payment?.amount) return;
  const format = new Intl.NumberFormat("en", { style: "currency", currency: payment.currency });
  const amount = format.format(
    payment.amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2),
  );
  say(
    "payment",
    `${amount} with the card ending in ${payment.last4}. This is a test of 3D Secure: no money moves.`,
  );
}

async function press(outcome: "completed" | "failed"): Promise<void> {
  setBusy(true);
  const response = await fetch(window.location.pathname, {
    method: "POST",
    body: JSON.stringify({ outcome }),
  }).catch(() => null);
  const answer = await response?.json();
  if (response?.ok && answer.returnUrl) {
    window.location.assign(answer.returnUrl);
    return;
  }
  if (response && window.parent !== window) {
    // Also when the payment was cancelled meanwhile: the page around reads its status.
    window.parent.postMessage(
      { frame: query.get("frame"), event: "answered" },
      query.get("parent") ?? "",
    );
    return;
  }
  say("problem", answer?.message ?? "The sandbox did not answer. Try again.");
  setBusy(false);
}

function setBusy(busy: boolean): void {
  for (const button of buttons) button.disabled = busy;
}

function say(id: string, sentence: string): void {
  const place = document.getElementById(id);
  if (place) place.textContent = sentence;
}

export {};
