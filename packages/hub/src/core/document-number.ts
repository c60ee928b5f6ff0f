/** Number of a document (文件编号): its series, year, and which it is of that series and year. */
export const documentNumber = (prefix: string, year: string, count: number): string =>
  `${prefix}-${year}-${String(count).padStart(4, "0")}`;
