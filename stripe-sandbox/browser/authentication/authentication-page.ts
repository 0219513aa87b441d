/** The bank's page of 3-D Secure: in a dialog over the shop's page, or as a page of its own that leads back to the shop. */
const buttons = document.querySelectorAll("button");
const query = new URLSearchParams(window.location.search);

for (const button of buttons) {
  button.addEventListener(
    "click",
    () => void press(button.id === "complete" ? "completed" : "failed"),
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
    // A payment that was cancelled meanwhile is over too: the page around asks what became of it.
    window.parent.postMessage(
      { frame: query.get("frame"), event: "answered" },
      query.get("parent") ?? "",
    );
    return;
  }
  say(answer?.message ?? "The sandbox did not answer. Try again.");
  setBusy(false);
}

function setBusy(busy: boolean): void {
  for (const button of buttons) button.disabled = busy;
}

function say(sentence: string): void {
  const place = document.getElementById("problem");
  if (place) place.textContent = sentence;
}

export {};
