// Which devices the hub has said to be offline.
import type { Api } from "./fleet-registry.ts";

type Page = { readonly items: readonly { readonly deviceId: string }[]; readonly next: string | null };

/** Devices that were online and then not, in the order in which the hub said so, as often as it did. */
export const offlineDevices = async (api: Api): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const presence of ["offline", "timedOut"])
    for (let next: string | null = ""; next !== null; ) {
      const cursor: string = next === "" ? "" : `&cursor=${next}`;
      const page = (await api("GET", `/presence-changes?presence=${presence}&limit=500${cursor}`)) as Page;
      found.push(...page.items.map(({ deviceId }) => deviceId));
      next = page.next;
    }
  return found;
};
