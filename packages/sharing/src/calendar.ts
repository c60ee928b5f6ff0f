const dateShape = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const timeShape = /^([0-9]{2}):([0-9]{2}):([0-5][0-9])(?:\.[0-9]{1,9})?(?:Z|[+-]([0-9]{2}):([0-9]{2}))$/;

/** True for an existing day written `2026-01-02` (RFC 3339 full-date). */
export const isDate = (text: string): boolean => {
  const [, year, month, day] = (dateShape.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  // Day 0 of the next month is the last day of this one. The year 2000 or 2001 stands for its leap rule.
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(isLeap ? 2000 : 2001, month, 0)).getUTCDate()
  );
};

/** True for a time with offset written `2026-01-02T11:04:05+08:00` (RFC 3339 date-time, `T` and `Z` in upper case, no leap second). */
export const isTime = (text: string): boolean => {
  const [, hour, minute, , offsetHour, offsetMinute] = (timeShape.exec(text.slice(11)) ?? []).map(Number);
  if (hour === undefined || minute === undefined) return false;
  return (
    text[10] === "T" &&
    isDate(text.slice(0, 10)) &&
    hour < 24 &&
    minute < 60 &&
    !(Number(offsetHour) > 23) &&
    !(Number(offsetMinute) > 59)
  );
};

/** The `format` words of the schemas. */
export const formats = { date: isDate, "date-time": isTime } as const;
