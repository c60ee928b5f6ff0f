/** Time and number of a message; together they are unique for a sender. T/CEC 102.4-2016. */
export type TcecStamp = {
  /** `yyyyMMddHHmmss`, UTC+8. */ readonly TimeStamp: string;
  /** `0001` to `9999`, from `0001` again in each second. */ readonly Seq: string;
};

const UTC_PLUS_8_MS = 8 * 3_600_000;
const SEQ_MAX = 9999;

/** An instant (milliseconds since 1970) as T/CEC 102 writes it, in local time UTC+8. */
export const tcecTime = (at: number): string =>
  new Date(at + UTC_PLUS_8_MS)
    .toISOString()
    .slice(0, 19)
    .replaceAll(/[^0-9]/g, "");

/** Its instant (milliseconds since 1970); null for a text that is no time of a calendar. */
export const tcecTimeOf = (text: string): number | null => {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - UTC_PLUS_8_MS;
  return tcecTime(at) === text ? at : null;
};

/**
 * The stamp of the next message. A clock that is set back goes on in the second of the message before, so no stamp comes twice.
 *
 * @param last - of the message before; null: there was none
 * @param at - milliseconds since 1970
 * @returns null: all 9999 of this second are used, wait for the next
 */
export const nextTcecSeq = (last: TcecStamp | null, at: number): TcecStamp | null => {
  const TimeStamp = tcecTime(at);
  if (last === null || TimeStamp > last.TimeStamp) return { TimeStamp, Seq: "0001" };
  const number = Number(last.Seq) + 1;
  return number > SEQ_MAX ? null : { TimeStamp: last.TimeStamp, Seq: String(number).padStart(4, "0") };
};
