/** Milliseconds: 1 Hz, below the three a second of WCAG 2.3.1. */
export const TURN_EVERY_MS = 500;
/** A new alarm turns for so long, and until the next second is drawn: less than the 5 s of WCAG 2.2.2. Milliseconds. */
export const FRESH_MS = 3_500;

/** What turns the marks of new alarms. */
export type Blink = { heard(): void };
type Root = { toggleAttribute(name: string, isOn: boolean): unknown };

/**
 * New alarms turn between filled and outline, all in the same phase: one attribute of the root is flipped, and nothing at all is drawn
 * between two flips. An animation for each mark wants every frame of the screen.
 */
export const createBlink = (root: Root, now: () => number = Date.now): Blink => {
  let timer: ReturnType<typeof setInterval> | null = null;
  let until = 0;
  let isTurned = false;
  const turn = (): void => {
    isTurned = !isTurned && now() < until;
    root.toggleAttribute("data-turned", isTurned);
    if (isTurned || now() < until) return;
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  return {
    heard: () => {
      until = now() + FRESH_MS + 1_000;
      timer ??= setInterval(turn, TURN_EVERY_MS);
    },
  };
};
