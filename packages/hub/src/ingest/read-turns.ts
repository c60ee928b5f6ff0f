import { newReadWindow, stepReadWindow } from "../core/read-window.ts";
import type { EngineDeps } from "./deps.ts";

/** Frames that a link hands on in one turn when there is room: what one address may have in one commit. */
const SHARE_MAX = 64;

/** Who waits for a turn: called once, when it has come. */
export type Turn = () => void;

/**
 * Who may read (轮流读取). While the store keeps up, everybody; beyond that a link that has read waits in a row with all others, first
 * come, first served, so that none is starved. What is not read stays with its device: TCP slows it down.
 */
export type ReadTurns = {
  /** A frame was handed on. */ taken(): void;
  /** One that was taken is answered. */ settled(): void;
  /** Whether who has just read has to wait for its next turn. */ isCrowded(): boolean;
  /** How many frames a link may hand on in one turn: so many that all who wait have theirs within the time of the window. */
  share(): number;
  /** @param isUrgent - it has brought an alarm, and where there was one there may be more: half of the turns are for such */
  wait(turn: Turn, isUrgent: boolean): void;
  /** It waits no more. */ leave(turn: Turn): void;
};

export const createReadTurns = ({ limits, figures, clock }: Pick<EngineDeps, "limits" | "figures" | "clock">) => {
  const urgent = new Set<Turn>();
  const ordinary = new Set<Turn>();
  let window = newReadWindow;
  let open = 0;
  let settled = 0;
  let isDue = false;

  const waiting = (): number => urgent.size + ordinary.size;
  const size = (): number => Math.min(window.frames, limits.pendingFrames);
  const room = (): number => size() - open;
  const callFirst = (row: Set<Turn>): void => {
    for (const turn of row) {
      row.delete(turn);
      turn();
      return;
    }
  };
  const next = (): void => {
    isDue = false;
    window = stepReadWindow(window, { at: clock(), settled, isCrowded: waiting() > 0 });
    settled = 0;
    // Who has nothing to read takes no room. Once nothing is on its way nothing would call the others: they all read.
    for (let turns = open === 0 ? waiting() : room(); turns > 0 && room() > 0 && waiting() > 0; turns -= 1)
      callFirst(urgent.size > 0 && (turns % 2 === 0 || ordinary.size === 0) ? urgent : ordinary);
  };
  /** After all answers of a commit. */
  const call = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(next);
  };

  const turns: ReadTurns = {
    taken: () => {
      open += 1;
    },
    settled: () => {
      open -= 1;
      settled += 1;
      if (waiting() > 0) call();
    },
    isCrowded: () => waiting() > 0 || room() <= 0,
    share: () => Math.min(SHARE_MAX, Math.max(1, Math.floor(size() / (waiting() + 1)))),
    wait: (turn, isUrgent) => {
      (isUrgent ? urgent : ordinary).add(turn);
      figures.add("linksPausedTotal");
      if (open === 0) call();
    },
    leave: (turn) => {
      urgent.delete(turn);
      ordinary.delete(turn);
    },
  };
  figures.gauge("readWindow", size);
  figures.gauge("linksWaiting", waiting);
  return turns;
};
