/** What the page asks of the payment frame. Card details stay in the frame; the page gets the payment method made of them. */
export type FrameQuestion =
  | { ask: "configure"; options: FrameOptions }
  | { ask: "submit" }
  | { ask: "create-payment-method"; key: string; billing: Record<string, unknown> }
  | { ask: "focus" | "blur" | "clear" | "collapse" };

/** A font that the page hands over, which the frame fetches itself: its server has to allow other origins. */
export type FontSource = {
  family: string;
  src: string;
  display?: string;
  style?: string;
  unicodeRange?: string;
  weight?: string;
};

export type FrameOptions = {
  appearance: { theme?: string; variables?: Record<string, string>; labels?: string };
  fonts: FontSource[];
  readOnly: boolean;
};

export type StripeJsError = {
  type: string;
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  [field: string]: unknown;
};

export type FrameAnswer = {
  error?: StripeJsError;
  selectedPaymentMethod?: string;
  paymentMethod?: { id: string };
};

export type FrameEvent =
  | { event: "loaded" | "ready" | "focus" | "blur" | "escape" | "enter" }
  | { event: "height"; height: number }
  | { event: "change"; complete: boolean; empty: boolean };

export type FromFrame = { frame: string } & (
  | FrameEvent
  | { answerTo: number; answer: FrameAnswer }
);
export type ToFrame = { frame: string; question: number } & FrameQuestion;

/** A frame is opened with its own name and the origin of the page around it, the only one it talks to. */
export function frameUrl(origin: string, path: string, frame: string): string {
  const query = new URLSearchParams({ frame, parent: window.location.origin });
  return `${origin}${path}?${query}`;
}
