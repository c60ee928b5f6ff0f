import { computed } from "vue";
import { millisecondsOf } from "../live/alarm-row.ts";
import { dateText, dayTimeText, timeText } from "../live/hub-clock.ts";
import { useLiveFeed } from "./live-feed.ts";

/** Times as people read them, in the hub's zone; what is no time is a dash. */
export const useTimes = () => {
  const { clock, now } = useLiveFeed();
  const hubNow = computed(() => now.value + clock.value.aheadMs);
  const of = (time: string | null | undefined, show: (at: number) => string): string => {
    const at = millisecondsOf(time ?? undefined);
    return at === null ? "—" : show(at);
  };
  return {
    hubNow,
    clock,
    /** Time alone when it is of today. */
    short: (time: string | null | undefined): string => of(time, (at) => dayTimeText(at, hubNow.value, clock.value)),
    /** Date and time. */
    long: (time: string | null | undefined): string =>
      of(time, (at) => `${dateText(at, clock.value)} ${timeText(at, clock.value)}`),
    own: (at: number): string => timeText(at + clock.value.aheadMs, clock.value),
  };
};
