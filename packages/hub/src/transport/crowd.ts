import type { HubLimits } from "../config.ts";

/** Who is connected, over all doors: a stranger at one door must not take the places of another (SEC-DEV-09). */
export type Crowd = {
  /** Takes a place; else the limit that stands in the way, of all or of this source. */
  enter(source: string): "in" | "connections" | "connectionsPerSource";
  leave(source: string): void;
  size(): number;
};

/** @param limits - looked into each time: they may change */
export const createCrowd = (limits: Pick<HubLimits, "connections" | "connectionsPerSource">): Crowd => {
  const perSource = new Map<string, number>();
  let size = 0;
  return {
    enter: (source) => {
      const fromSource = perSource.get(source) ?? 0;
      if (size >= limits.connections) return "connections";
      if (fromSource >= limits.connectionsPerSource) return "connectionsPerSource";
      perSource.set(source, fromSource + 1);
      size += 1;
      return "in";
    },
    leave: (source) => {
      const left = (perSource.get(source) ?? 1) - 1;
      if (left === 0) perSource.delete(source);
      else perSource.set(source, left);
      size -= 1;
    },
    size: () => size,
  };
};
