import type { HubLimits } from "../config.ts";

/** Who is connected, over all doors: a stranger at one door must not take the places of another (SEC-DEV-09). */
export type Crowd = {
  /** Takes a place; false: there is none, in all or for this source. */ enter(source: string): boolean;
  leave(source: string): void;
  size(): number;
};

export const createCrowd = ({
  connections,
  connectionsPerSource,
}: Pick<HubLimits, "connections" | "connectionsPerSource">): Crowd => {
  const perSource = new Map<string, number>();
  let size = 0;
  return {
    enter: (source) => {
      const fromSource = perSource.get(source) ?? 0;
      if (size >= connections || fromSource >= connectionsPerSource) return false;
      perSource.set(source, fromSource + 1);
      size += 1;
      return true;
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
