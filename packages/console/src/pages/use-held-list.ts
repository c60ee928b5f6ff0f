import { type ComputedRef, computed, type ShallowRef, shallowRef, watch } from "vue";
import type { AlarmRow } from "../live/alarm-row.ts";
import { freeView, type Held, heldView, holdThrough, type View } from "../live/hold.ts";

/** The list under a person's hand. */
export type HeldList = {
  readonly view: ComputedRef<View>;
  readonly selectedId: ShallowRef<string | null>;
  /** The person moved, pressed or scrolled. */ touched(): void;
  pointer(isInside: boolean): void;
  saw(lastVisible: number, isAtTop: boolean): void;
  /** Lets the list catch up now. */ settle(): void;
};

/** A hand that has not moved for so long is no hand: the list catches up by itself, so that no alarm stays hidden. */
export const HAND_GONE_MS = 60_000;

export const useHeldList = (source: {
  readonly sorted: () => readonly AlarmRow[];
  readonly latest: (id: string) => AlarmRow | undefined;
  readonly isShown: (row: AlarmRow) => boolean;
  readonly now: ShallowRef<number>;
  readonly toTop: () => void;
}): HeldList => {
  const selectedId = shallowRef<string | null>(null);
  const isAtTop = shallowRef(true);
  const isPointerIn = shallowRef(false);
  const touchedAt = shallowRef(Date.now());
  const held = shallowRef<Held>([]);
  let lastVisible = 0;

  const hasHand = computed(
    () =>
      (selectedId.value !== null || !isAtTop.value || isPointerIn.value) &&
      source.now.value - touchedAt.value < HAND_GONE_MS,
  );
  const view = computed((): View => {
    const sorted = source.sorted();
    return held.value.length === 0 ? freeView(sorted) : heldView(sorted, held.value, source.latest, source.isShown);
  });
  const hold = (): void => {
    held.value = holdThrough(freeView(source.sorted()), [], lastVisible);
  };
  watch(
    hasHand,
    (has) => {
      if (has) return hold();
      held.value = [];
      source.toTop();
    },
    { flush: "sync" },
  );

  return {
    view,
    selectedId,
    touched: () => {
      touchedAt.value = Date.now();
    },
    pointer: (isInside) => {
      touchedAt.value = Date.now();
      isPointerIn.value = isInside;
    },
    saw: (last, top) => {
      lastVisible = last;
      isAtTop.value = top;
      if (hasHand.value) held.value = holdThrough(view.value, held.value, last);
    },
    settle: () => {
      held.value = [];
      source.toTop();
      if (hasHand.value) hold();
    },
  };
};
