/**
 * A time as the shared records write it (RFC 3339 with offset): `2026-01-02T11:04:05+08:00`; milliseconds only when not 0.
 *
 * @param at - integer milliseconds UTC
 * @param utcOffsetMinutes - zone to write it in: 480 is China
 */
export const offsetTime = (at: number, utcOffsetMinutes: number): string => {
  const local = new Date(at + utcOffsetMinutes * 60_000).toISOString();
  const sign = utcOffsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(utcOffsetMinutes);
  const zone = `${String(Math.trunc(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return `${local.slice(0, local.endsWith(".000Z") ? -5 : -1)}${sign}${zone}`;
};
