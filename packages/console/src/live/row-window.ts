/** The part of a list of fixed-height rows that exists as elements. Half open: `first` to before `end`. */
export type RowWindow = { readonly first: number; readonly end: number };

/** Rows kept ready above and below what is visible. */
const SPARE = 6;

/** @param scrollTop,height,rowHeight - pixels; the row height is above 0 */
export const rowWindow = (rows: number, scrollTop: number, height: number, rowHeight: number): RowWindow => {
  const first = Math.min(rows, Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE));
  const end = Math.min(rows, Math.ceil((Math.max(0, scrollTop) + height) / rowHeight) + SPARE);
  return { first, end: Math.max(first, end) };
};

/** Scroll position that brings a row fully into view with the least movement. Pixels. */
export const scrollFor = (row: number, scrollTop: number, height: number, rowHeight: number): number => {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
};
