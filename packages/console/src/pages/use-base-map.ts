import type { components } from "@dianan/open-api";
import { computed, type Ref, shallowRef, watch } from "vue";
import { ask } from "../api/ask.ts";
import { useSession } from "../app/session.ts";
import { useRead } from "../app/use-read.ts";
import { type CoordinateSystem, familyOf, type PlanUnit, systemOf } from "../live/unit-plan.ts";

export type BaseMap = components["schemas"]["MapSource"];
type Places = typeof import("./place-in.ts");

/**
 * The base map that an administrator has set, and units where it has them: those that are in another system than the map (GCJ-02
 * for one) are moved on the screen, and nothing that is stored changes. Without a source whose tiles the hub fetches there is no map,
 * and units lie as in WGS 84.
 */
export const useBaseMap = (units: Ref<readonly PlanUnit[]>) => {
  const session = useSession();
  const source = useRead(() =>
    session.may("getMapSource") ? ask((client, signal) => client.GET("/api/v1/map-source", { signal })) : null,
  );
  const places = shallowRef<Places | null>(null);
  const base = computed((): BaseMap | null => {
    const { value } = source.value;
    return value === null || value.url === null || !value.isViaHub ? null : value;
  });
  const system = computed((): CoordinateSystem => systemOf(base.value?.coordinateSystem));
  const isAtHome = (unit: PlanUnit): boolean => familyOf(unit.system) === familyOf(system.value);
  watch(
    [units, system],
    async () => {
      if (places.value !== null || units.value.every(isAtHome)) return;
      // While the hub is away the others are not drawn; what changes next asks again.
      places.value ??= await import("./place-in.ts").catch(() => null);
    },
    { immediate: true },
  );
  const placed = computed((): readonly PlanUnit[] => {
    const { value } = places;
    // Not before it can be where the map has it: a mark must never lie hundreds of metres off.
    return value === null ? units.value.filter(isAtHome) : units.value.map((unit) => value.placeIn(unit, system.value));
  });
  return { base, placed };
};
