import { type ComputedRef, computed, type ShallowRef, shallowRef, watch } from "vue";
import type { AlarmRow } from "../live/alarm-row.ts";
import { createHold, heldView, type View } from "../live/hold.ts";

/** The list under a person's hand. */
export type HeldList = {
  readonly view: ComputedRef<View>;
  readonly selectedId: ShallowRef<string | null>;
  /** The person moved, pressed or scrolled. */ touched(): void;
  pointer(isInside: boolean): void;
  saw(lastVisible: number, isAtTop: boolean): void;
  /** Somebody's rows may have changed; null: any. */ changed(ids: ReadonlySet<string> | null): void;
  /** Lets the list catch up now. */ settle(): void;
};

/** A hand that has not moved for so long is no hand: the list catches up by itself, so that no alarm stays hidden. */
export const HAND_GONE_MS = 60_000;

export const useHeldList = (source: {
  /** Reactive: each drawing of them is a new one. */ readonly rows: () => readonly AlarmRow[];
  readonly latest: (id: string) => AlarmRow | undefined;
  readonly isShown: (row: AlarmRow) => boolean;
  readonly now: ShallowRef<number>;
  readonly toTop: () => void;
}): HeldList => {
  const selectedId = shallowRef<string | null>(null);
  const isAtTop = shallowRef(true);
  const isPointerIn = shallowRef(false);
  const touchedAt = shallowRef(Date.now());
  const hold = createHold();
  /** Changes with what is held. */ const holds = shallowRef(0);
  let lastVisible = 0;

  const hasHand = computed(
    () =>
      (selectedId.value !== null || !isAtTop.value || isPointerIn.value) &&
      source.now.value - touchedAt.value < HAND_GONE_MS,
  );
  const view = computed((): View => {
    const rows = source.rows();
    return holds.value < 0 ? heldView([], hold, source.latest) : heldView(rows, hold, source.latest, source.isShown);
  });
  const letGo = (): void => {
    hold.letGo();
    holds.value += 1;
  };
  const holdOn = (): void => {
    letGo();
    if (hold.through(view.value, lastVisible)) holds.value += 1;
  };
  watch(
    hasHand,
    (has) => {
      if (has) return holdOn();
      letGo();
      source.toTop();
    },
    { flush: "sync" },
  );

  return {
    view,
    selectedId,
    changed: hold.touched,
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
      if (hasHand.value && hold.through(view.value, last)) holds.value += 1;
    },
    settle: () => {
      letGo();
      source.toTop();
      if (hasHand.value) holdOn();
    },
  };
};
