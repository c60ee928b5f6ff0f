import { Unmet } from "../case.ts";
import { itemsOf, judgeStatus, wrong } from "./answers.ts";
import { type PlatformCase, refuses, takes } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const NEEDS = { needs: ["door", "presence", "silence"], asks: "full" } as const;
/** Seven hours are a sixth too late: what is late by more than this part of the limit is not in time. */
const LATE_PART = 8;

const changesOf = (seat: PlatformSeat, id: string): Promise<Answer> =>
  seat.get(`/api/v1/presence-changes?deviceId=${id}&limit=500`);

/** When the platform says that the device was heard, and that it was timed-out; by the platform's own clock. */
const times = async (seat: PlatformSeat) => {
  const limit = seat.options.silenceMs ?? 0;
  const id = await seat.silentDevice();
  let page = await changesOf(seat, id);
  const at = (presence: string): number | null => {
    const change = itemsOf(page).find((one) => one.presence === presence);
    return change === undefined ? null : Date.parse(String(change.at));
  };
  const look = async (): Promise<number | null> => {
    page = await changesOf(seat, id);
    return at("timedOut");
  };
  const timedOut = await seat.until(look, limit + limit / LATE_PART + seat.options.timeoutMs);
  return { limit, page, heard: at("online"), timedOut };
};

/** Silence begins with the run, so that nobody has to wait for it. */
export const silenceBegins: readonly PlatformCase[] = [
  takes(
    "silence/online",
    "API-SILENCE-01",
    ["收到心跳的设备在线", "a device that was heard is online"],
    async (seat) => {
      const id = await seat.silentDevice();
      const page = await changesOf(seat, id);
      return (
        judgeStatus(page, 200) ??
        (itemsOf(page).some(({ presence }) => presence === "online")
          ? null
          : wrong("missing", "a change to online", page))
      );
    },
    NEEDS,
  ),
];

/** Timed-out offline (EF-4.4.2), as the platform itself dates it. */
export const silenceCases: readonly PlatformCase[] = [
  takes(
    "silence/timed-out",
    "API-SILENCE-01",
    ["静默超过限值判为超时离线", "a device that is silent for longer than the limit is timed-out offline"],
    async (seat) => {
      const { limit, page, heard, timedOut } = await times(seat);
      const until = limit + limit / LATE_PART;
      return timedOut !== null && heard !== null && timedOut - heard <= until
        ? null
        : wrong("missing", `a change to timedOut within ${until} ms of the last frame`, page);
    },
    NEEDS,
  ),
  refuses(
    "silence/not-before",
    "API-SILENCE-01",
    ["未到限值不判为超时离线", "before the limit a device is not timed-out"],
    async (seat) => {
      const { limit, page, heard, timedOut } = await times(seat);
      if (timedOut === null || heard === null) throw new Unmet("没有判为超时离线 / it was never timed-out");
      return timedOut - heard >= limit - limit / LATE_PART
        ? null
        : wrong("broken-rule", `no change to timedOut before ${limit} ms`, page);
    },
    NEEDS,
  ),
];
