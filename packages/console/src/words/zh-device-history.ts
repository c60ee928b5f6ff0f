/** What the page says of a device's past (设备历史), in Chinese. */
export const zhDeviceHistory = {
  presence: "30 天在线情况",
  presenceNone: "这 30 天没有在线记录",
  day: (date: string, away: string, outages: string) => `${date}：不在线 ${away}，掉线 ${outages} 次`,
  always: "全天在线",
  table: "数据表",
  trends: "趋势",
  ranges: { hour: "1 小时", day: "24 小时", week: "7 天", month: "30 天", year: "1 年" },
  save: "下载 CSV",
  trendsNone: "这段时间没有测量值",
  reading: "正在读取",
  failed: "读取失败",
  limit: "设定值",
  from: "起",
  least: "最小",
  most: "最大",
  chart: (what: string, low: string, high: string) => `${what}，最小 ${low}，最大 ${high}`,
};
