import type { components } from "@dianan/open-api";
import { computed, type Ref, shallowRef, watch } from "vue";
import { ask } from "../api/ask.ts";
import { useSession } from "../app/session.ts";
import { useRead } from "../app/use-read.ts";
import type { PlanUnit } from "../live/unit-plan.ts";

export type BaseMap = components["schemas"]["MapSource"];
type Shift = typeof import("./shifted-place.ts");

/**
 * The base map that an administrator has set, and units where it has them: with a GCJ-02 source they are shifted on the screen, and
 * nothing that is stored changes. Without a source whose tiles the hub fetches there is none.
 */
export const useBaseMap = (units: Ref<readonly PlanUnit[]>) => {
  const session = useSession();
  const source = useRead(() =>
    session.may("getMapSource") ? ask((client, signal) => client.GET("/api/v1/map-source", { signal })) : null,
  );
  const shift = shallowRef<Shift | null>(null);
  const asked = computed((): BaseMap | null => {
    const { value } = source.value;
    return value === null || value.url === null || !value.isViaHub ? null : value;
  });
  watch(asked, async (base) => {
    if (base?.coordinateSystem === "GCJ02") shift.value = await import("./shifted-place.ts");
  });
  /** Not before its units can be where it has them: a mark must never lie hundreds of metres off. */
  const base = computed(() => (asked.value?.coordinateSystem === "GCJ02" && shift.value === null ? null : asked.value));
  const placed = computed((): readonly PlanUnit[] => {
    const { value } = shift;
    return base.value?.coordinateSystem === "GCJ02" && value !== null
      ? units.value.map(value.shiftedPlace)
      : units.value;
  });
  return { base, placed };
};
