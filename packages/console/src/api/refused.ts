import type { Answer } from "./hub-api.ts";

/** What a form finds wrong before the hub is asked, as an answer of the hub's. */
export const refused = (text: string): Answer<never> => ({
  ok: false,
  error: { status: 400, title: { zh: text, en: text }, requestId: null },
});
