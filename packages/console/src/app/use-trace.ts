import type { components } from "@dianan/open-api";
import { onScopeDispose, ref, shallowRef, watch } from "vue";

export type TraceEvent = components["schemas"]["TraceEvent"];
/** A frame as the trace has it; one may pass twice, so it has a number of its own. */
export type TraceRow = { readonly n: number; readonly event: TraceEvent };

/** Rows that the page keeps. */
export const TRACE_MAX = 500;

const parse = (data: string): unknown => {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
};

/**
 * Frames as they pass (实时报文), newest first, while the screen is there. What passes while it is paused is not shown later.
 *
 * @param query - filters of `/trace`; changing them begins anew
 */
export const useTrace = (query: () => { readonly [name: string]: string }) => {
  const rows = shallowRef<readonly TraceRow[]>([]);
  const leftOut = ref(0);
  const isPaused = ref(false);
  const isDropped = ref(false);
  let source: EventSource | null = null;
  let waiting: TraceRow[] = [];
  let n = 0;
  const close = (): void => {
    source?.close();
    source = null;
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    rows.value = [...waiting.reverse(), ...rows.value].slice(0, TRACE_MAX);
    waiting = [];
  };
  // Many frames a second are one drawing.
  const timer = setInterval(flush, 250);
  const open = (): void => {
    close();
    const mine = new EventSource(`/api/v1/trace?${new URLSearchParams(query())}`);
    source = mine;
    mine.addEventListener("frame", ({ data }: MessageEvent<string>) => {
      const event = parse(data) as TraceEvent | null;
      if (event === null || isPaused.value) return;
      n += 1;
      waiting.push({ n, event });
    });
    mine.addEventListener("left-out", ({ data }: MessageEvent<string>) => {
      const gap = parse(data) as { readonly leftOut?: number } | null;
      leftOut.value += gap?.leftOut ?? 0;
    });
    mine.addEventListener("open", () => {
      isDropped.value = false;
    });
    mine.addEventListener("error", () => {
      isDropped.value = true;
    });
  };
  watch(
    () => new URLSearchParams(query()).toString(),
    () => {
      rows.value = [];
      waiting = [];
      leftOut.value = 0;
      open();
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearInterval(timer);
    close();
  });
  return { rows, leftOut, isPaused, isDropped };
};
