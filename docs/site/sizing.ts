import { readFileSync } from "node:fs";
import { join } from "node:path";
import { figuresOf } from "./benchmarks.ts";
import { plain, table } from "./markdown.ts";
import { addressOf, type Language, root } from "./paths.ts";

const numbersOf = (cells: readonly string[]): readonly number[] => cells.map((cell) => Number.parseFloat(cell));
const DAY_MINUTES = 1_440;

/** What a hub needs for so many devices, out of the repository's own figures. */
export const sizingPage = (language: Language): string => {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const page = readFileSync(join(root, "docs/speed.md"), "utf8");
  const [growth] = figuresOf(page, "hub-growth");
  if (growth === undefined) throw new TypeError("docs/speed.md has no figures of growth");
  const row = (begin: string): readonly number[] => {
    const found = growth.rows.find(([name = ""]) => name.startsWith(begin));
    if (found === undefined) throw new TypeError(`docs/speed.md: growth has no row "${begin}"`);
    return numbersOf(found.slice(1, 4));
  };
  const devices = numbersOf(growth.head.slice(1, 4));
  const [readings, database, rest, all] = [
    row("readings stored"),
    row("database"),
    row("memory at rest"),
    row("memory with all"),
  ];
  const bytes = ((database.at(-1) ?? 0) * 1_048_576) / ((readings.at(-1) ?? 1) * 1e6);
  const fleets = [300, 3_000].flatMap((count) => [1, 5].map((minutes) => ({ count, minutes })));
  const gib = (count: number, minutes: number): string =>
    ((count * 8 * (DAY_MINUTES / minutes) * 365 * bytes) / 1_073_741_824).toFixed(1);
  return [
    `# ${say("容量规划", "Sizing")}`,
    "",
    say(
      `以下数字由[性能数据](${addressOf(language, "guide/speed")})算出:2 核、24 GiB 的一台机器,一个进程。请以自己机器上 \`pnpm bench\` 的结果为准。`,
      `The numbers are worked out from the [figures](${addressOf(language, "guide/speed")}): one machine of 2 cores and 24 GiB, one process. What counts is what \`pnpm bench\` says on yours.`,
    ),
    `\n## ${say("测得", "Measured")}\n`,
    table(
      [say("设备", "devices"), ...devices.map(String)],
      [
        [say("已存测量值,百万", "readings stored, millions"), ...readings],
        [say("数据库,MiB", "database, MiB"), ...database],
        [say("静止内存,MiB", "memory at rest, MiB"), ...rest],
        [say("全部连接后内存,MiB", "memory with all connected, MiB"), ...all],
      ],
    ),
    plain(
      say(
        `每个测量值连同告警与索引约占 ${bytes.toFixed(1)} 字节。`,
        `A reading takes about ${bytes.toFixed(1)} bytes, alarms and indexes included.`,
      ),
    ),
    `\n## ${say("一年的磁盘", "Disk for a year")}\n`,
    say(
      "每台设备 8 个测量量,按上面的字节数外推;另留一份备份的空间。",
      "Eight quantities a device, extrapolated with the bytes above; keep room for a backup beside it.",
    ),
    table(
      [say("设备", "devices"), say("周期,分钟", "period, minutes"), "GiB"],
      fleets.map(({ count, minutes }) => [count, minutes, gib(count, minutes)]),
    ),
    `\n## ${say("何时不够", "When it is not enough")}\n`,
    say(
      `\`/metrics\` 的 \`linksWaiting\` 持续不为 0,或 \`GET /api/v1/storage\` 预测磁盘将满:见[运维](${addressOf(language, "guide/operations")})。限额与其现值在 \`GET /api/v1/limits\`。`,
      `\`linksWaiting\` of \`/metrics\` stays above 0, or \`GET /api/v1/storage\` foresees a full disk: see [operations](${addressOf(language, "guide/operations")}). Limits and their values: \`GET /api/v1/limits\`.`,
    ),
  ].join("\n");
};
