import { lookup, Resolver } from "node:dns/promises";

/** Every address of a name; empty when it has none or nobody knows. */
export type Resolve = (host: string) => Promise<readonly string[]>;

const TIMEOUT_MS = 2_000;
const TRIES = 2;

/**
 * The system's resolver. It asks the name servers itself: the system call would hold one of the few threads that files and
 * passwords need too, for as long as a hostile name server likes. What they do not know may stand in the hosts file.
 */
export const createResolve = (): Resolve => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  let lane: Promise<readonly string[]> = Promise.resolve([]);
  /** One at a time: it takes no more than one of those threads. */
  const fromSystem = (host: string): Promise<readonly string[]> => {
    lane = lane.then(async () => {
      try {
        return (await lookup(host, { all: true, order: "verbatim" })).map(({ address }) => address);
      } catch {
        return [];
      }
    });
    return lane;
  };
  return async (host) => {
    if (host === "localhost" || host.endsWith(".localhost")) return ["127.0.0.1", "::1"];
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = answers.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    if (found.length > 0) return found;
    const isSlow = answers.some(
      (one) => one.status === "rejected" && (one.reason as { code?: unknown }).code === "ETIMEOUT",
    );
    return isSlow ? [] : fromSystem(host);
  };
};
