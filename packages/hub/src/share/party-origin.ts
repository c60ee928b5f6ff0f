import type { TenantId } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import type { Store } from "../ports/store.ts";

/**
 * Whether a record came from the platform that it would be sent to. Such a record does not go back: what it was given with its persons
 * hidden would overwrite its own. An alarm stands where its device does: it is dealt with at the platform that hears the device.
 *
 * @param party - id of the platform that is sent to
 */
export const originOf = async (
  store: Pick<Store, "record" | "history">,
  tenant: TenantId,
  party: string,
  { kind, id }: { readonly kind: RecordKind; readonly id: string },
): Promise<boolean> => {
  const record = await store.record(tenant, kind, id);
  if (record === null) return false;
  if (kind === "alarm") {
    const { deviceId } = record.body;
    return typeof deviceId === "string" && originOf(store, tenant, party, { kind: "device", id: deviceId });
  }
  // Its last version that is not the hub's own keeping of counts and presence.
  const page = { before: record.editedVersion + 1, until: null, limit: 1 };
  const [edited] = await store.history(tenant, kind, id, page);
  return edited?.by?.kind === "machine" && edited.by.id === party;
};
