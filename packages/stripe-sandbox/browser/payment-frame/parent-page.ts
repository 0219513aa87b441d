import type { FrameAnswer, FrameEvent, ToFrame } from "../frame-messages.ts";

const query = new URLSearchParams(window.location.search);
const frame = query.get("frame") ?? "";
const parentOrigin = query.get("parent") ?? "";

/** Sends an event to the page that opened the frame, and to no other. */
export function tellPage(event: FrameEvent): void {
  window.parent.postMessage({ frame, ...event }, parentOrigin);
}

export function answerPage(answer: (question: ToFrame) => Promise<FrameAnswer>): void {
  window.addEventListener("message", ({ origin, source, data }: MessageEvent<ToFrame>) => {
    if (origin !== parentOrigin || source !== window.parent || data?.frame !== frame) return;
    void answer(data).then((result) =>
      window.parent.postMessage({ frame, answerTo: data.question, answer: result }, parentOrigin),
    );
  });
}
