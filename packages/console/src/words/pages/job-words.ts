/** What is said of work that takes its time (任务进度). */
const zh = {
  states: { queued: "排队中", running: "进行中", done: "已完成", failed: "失败", cancelled: "已取消" },
  progress: (done: string, total: string | null) => (total === null ? done : `${done} / ${total}`),
};
const en: typeof zh = {
  states: { queued: "queued", running: "running", done: "done", failed: "failed", cancelled: "cancelled" },
  progress: (done, total) => (total === null ? done : `${done} / ${total}`),
};
export const jobWords = { zh, en };
