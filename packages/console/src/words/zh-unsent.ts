/** Of what was written and has not arrived (未发出). */
export const zhUnsent = {
  title: (count: string) => `未发出 ${count} 条`,
  what: "保存在此浏览器中，最多 7 天；恢复连接后自动发送。",
  photos: (count: string) => `照片 ${count} 张`,
  states: { draft: "未提交", wanted: "等待连接", refused: "平台拒绝" },
  open: "打开",
  remove: "删除",
  sure: "确认删除",
  waits: "已保存，恢复连接后自动发送；可离开此页。",
  full: "照片未能保存在此浏览器中（空间不足或不允许）：离开或刷新页面会丢失，请先发送或删除其他未发出的照片。",
};
