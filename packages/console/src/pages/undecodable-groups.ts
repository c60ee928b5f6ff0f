import type { components } from "@dianan/open-api";

type Undecodable = components["schemas"]["Undecodable"];
/** Frames that failed in the same way (不能解析的报文归类). */
export type UndecodableGroup = {
  readonly key: string;
  readonly protocol: string;
  readonly code: string;
  readonly path: string;
  readonly clause: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  /** The newest of them. */ readonly sample: Undecodable;
};

/** By protocol, error code and path; the most first, then the newest. */
export const groupsOf = (items: readonly Undecodable[]): readonly UndecodableGroup[] => {
  const groups = new Map<string, UndecodableGroup>();
  for (const one of items) {
    const { protocol, receivedAt, error } = one;
    const key = `${protocol} ${error.code} ${error.path}`;
    const known = groups.get(key);
    const isNewer = known === undefined || receivedAt >= known.last;
    groups.set(key, {
      ...{ key, protocol, code: error.code, path: error.path, clause: error.clause },
      count: (known?.count ?? 0) + 1,
      first: known === undefined || receivedAt < known.first ? receivedAt : known.first,
      last: isNewer ? receivedAt : known.last,
      sample: isNewer ? one : known.sample,
    });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.last < b.last ? 1 : -1));
};
