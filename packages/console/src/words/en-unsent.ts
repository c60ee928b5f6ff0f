import type { zhUnsent } from "./zh-unsent.ts";

export const enUnsent: typeof zhUnsent = {
  title: (count) => `Not sent: ${count}`,
  what: "Kept in this browser for 7 days at most; it goes by itself once there is a connection.",
  photos: (count) => `photos: ${count}`,
  states: { draft: "not submitted", wanted: "waiting for a connection", refused: "refused by the hub" },
  open: "Open",
  remove: "Delete",
  sure: "Really delete",
  waits: "Kept: it goes by itself once there is a connection, and you may leave this page.",
  full: "The photos could not be kept in this browser (no room, or not allowed): leaving or reloading the page loses them. Send them, or delete others that were not sent.",
};
