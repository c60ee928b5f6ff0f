import type { Page } from "../ports/records.ts";

/** Pages looked through for one that is not empty. */
const EMPTY_PAGES_MAX = 20;

/** The first page that is not empty once it holds only what may be seen; after many empty ones an empty one. */
export const filledPage = async <T>(
  read: (after: string | null) => Promise<Page<T>>,
  seen: (items: readonly T[]) => Promise<readonly T[]>,
  after: string | null,
): Promise<Page<T>> => {
  let page = await read(after);
  let items = await seen(page.items);
  for (let i = 0; items.length === 0 && page.next !== null && i < EMPTY_PAGES_MAX; i += 1) {
    page = await read(page.next);
    items = await seen(page.items);
  }
  return { items, next: page.next };
};
