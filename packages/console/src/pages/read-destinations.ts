import { ask } from "../api/ask.ts";
import type { Answer } from "../api/hub-api.ts";
import { type DestinationRow, destinationRow } from "./destination-row.ts";

/** Every destination with its freshness. */
export const readDestinations = async (): Promise<Answer<readonly DestinationRow[]>> => {
  const list = await ask((client, signal) => client.GET("/api/v1/sharing", { signal }));
  if (!list.ok) return list;
  const value = await Promise.all(
    list.value.items.map(async (listed) => {
      const params = { path: { id: listed.id } };
      const one = await ask((client, signal) => client.GET("/api/v1/sharing/{id}", { params, signal }));
      return destinationRow(listed, one.ok ? one.value : null);
    }),
  );
  return { ok: true, value };
};
