/** Acks leave in the order in which their messages came (MQTT-4.6.0-2), whenever each is stored. */
export type AckOrder = {
  /** The next message; what it returns gives its ack, once. */ next(): (send: () => void) => void;
  /** Messages that are not acked. */ size(): number;
};

export const createAckOrder = (): AckOrder => {
  const waiting: { send: (() => void) | null }[] = [];
  return {
    next: () => {
      const slot: { send: (() => void) | null } = { send: null };
      waiting.push(slot);
      return (send) => {
        slot.send = send;
        while (waiting[0]?.send) waiting.shift()?.send?.();
      };
    },
    size: () => waiting.length,
  };
};
