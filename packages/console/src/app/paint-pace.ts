/** Decides when the list is drawn again: an alarm of the top class in the next frame, anything else within 100 ms. */
export type PaintPace = { ask(isUrgent: boolean): void };

const BATCH_MS = 100;

/**
 * @param draw - makes the drawn state the current one
 * @param painted - called when the frame after it was handed to the screen
 */
export const createPaintPace = (draw: () => void, painted: () => void): PaintPace => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isFrameAsked = false;
  const now = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    draw();
    // A frame, then a task behind it: the earliest moment at which the frame is really out.
    if (!document.hidden)
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = painted;
        channel.port2.postMessage(null);
      });
  };
  return {
    ask: (isUrgent) => {
      if (isUrgent && !document.hidden) {
        if (isFrameAsked) return;
        isFrameAsked = true;
        requestAnimationFrame(() => {
          isFrameAsked = false;
          now();
        });
        return;
      }
      timer ??= setTimeout(now, BATCH_MS);
    },
  };
};
