export type Listener = (event: Record<string, unknown>) => void;

export type EventListeners = {
  on(event: string, listener: Listener): void;
  once(event: string, listener: Listener): void;
  off(event: string, listener?: Listener): void;
  tell(event: string, details?: Record<string, unknown>): void;
};

export function createEventListeners(elementType: string): EventListeners {
  const listeners = new Map<string, Listener[]>();
  const of = (event: string) => listeners.get(event) ?? [];

  const self: EventListeners = {
    on: (event, listener) => void listeners.set(event, [...of(event), listener]),
    once(event, listener) {
      const once: Listener = (details) => {
        self.off(event, once);
        listener(details);
      };
      self.on(event, once);
    },
    off: (event, listener) =>
      void listeners.set(event, listener ? of(event).filter((known) => known !== listener) : []),
    tell(event, details = {}) {
      for (const listener of of(event)) listener({ elementType, ...details });
    },
  };
  return self;
}
