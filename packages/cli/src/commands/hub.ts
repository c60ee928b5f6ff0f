import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultLimits, type HubConfig, PortTakenError, type RunningHub, startHub } from "@dianan/hub";
import type { Values } from "../options/option.ts";
import { variableOf } from "../options/option.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";
import { parseDoors } from "./doors.ts";
import type { hubOptions } from "./hub-options.ts";
import { parseLineSecrets, parseLines } from "./lines.ts";

export type HubValues = Values<typeof hubOptions>;

/** The console's built files, when its package is there and built. */
const consoleDir = (): string | null => {
  try {
    const page = fileURLToPath(import.meta.resolve("@dianan/console/index.html"));
    return existsSync(page) ? dirname(page) : null;
  } catch {
    return null;
  }
};

/** @throws Error when the file of passwords cannot be read, or the lines are not as they should be */
const linesOf = (values: HubValues): ReturnType<typeof parseLines> => {
  const file = values["line-secrets"];
  return parseLines(values.lines ?? "", file === null ? new Map() : parseLineSecrets(readFileSync(file, "utf8")));
};

type CityRate = Exclude<NonNullable<HubConfig["city"]>["rate"], undefined>;
/** Null: as fast as it answers. */
const cityRate = (values: HubValues): CityRate => {
  const [records, pushes] = [values["city-records-per-second"], values["city-pushes-per-minute"]];
  if (records === 0 && pushes === 0) return null;
  return {
    ...(records === 0 ? {} : { recordsPerSecond: records }),
    ...(pushes === 0 ? {} : { pushesPerSecond: pushes / 60 }),
  };
};

export const hubConfig = (values: HubValues): HubConfig => ({
  dataDir: values.data,
  httpHost: values["http-host"],
  httpPort: values["http-port"],
  gb26875Host: values["gb26875-host"],
  gb26875Port: values["gb26875-port"],
  doors: parseDoors(values.doors ?? ""),
  lines: linesOf(values),
  platformCode: values["platform-code"],
  platformName: values["platform-name"],
  city:
    values["city-url"] === null
      ? null
      : { url: values["city-url"], key: values["city-key"], secret: values["city-secret"], rate: cityRate(values) },
  outboundAllow: values["outbound-allow"] ?? "",
  consoleDir: consoleDir(),
  profilesFolder: values.profiles ?? "",
  utcOffsetMinutes: values["utc-offset-minutes"],
  expectedPeriodMs: values["expected-period-minutes"] * 60_000,
  timedOutAfterMs: values["timed-out-after-minutes"] * 60_000,
  linkGraceMs: values["link-grace-seconds"] * 1_000,
  dueDays: { fire: values["due-days-fire"], charging: values["due-days-charging"] },
  masterKey: values["master-key"] ?? "",
  publicUrl: values["public-url"] ?? "",
  auditCheckpoints: values["audit-checkpoints"] ?? "",
  passwordPolicy: values["password-policy"] === "mlps3" ? "mlps3" : "default",
  checkAnswers: values["check-answers"],
  backupFolder: values["backup-folder"] ?? "",
  backupEveryHours: values["backup-every-hours"],
  backupKeep: values["backup-keep"],
  newKey: values["new-key"],
  limits: {
    ...defaultLimits,
    connections: values["max-connections"],
    connectionsPerSource: values["max-connections-per-source"],
  },
});

/** Starts a hub, or says in plain words why not and resolves to null. */
export const tryStartHub = async (values: HubValues, terminal: Terminal): Promise<RunningHub | null> => {
  try {
    return await startHub(hubConfig(values), { log: (line) => terminal.err(`${line}\n`) });
  } catch (error) {
    terminal.err(startFailure(error));
    return null;
  }
};

const optionNames: Readonly<Record<string, string>> = { httpPort: "http-port", gb26875Port: "gb26875-port" };

const startFailure = (error: unknown): string => {
  if (error instanceof PortTakenError) {
    const option = optionNames[error.option] ?? error.option;
    return both(
      `端口 ${error.port} 已被占用。换一个:--${option},或环境变量 ${variableOf(option)}。`,
      `Port ${error.port} is taken. Choose another: --${option}, or the environment variable ${variableOf(option)}.`,
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  return both(`平台没有启动:${message}`, `The hub did not start: ${message}`);
};

/** What a newcomer needs to know, in plain words. */
export const readyText = (hub: RunningHub, values: HubValues): string => {
  const signIn = hub.signInCode === null ? hub.httpUrl : `${hub.httpUrl}/#code=${hub.signInCode}`;
  const key = hub.firstKey ?? "da_…";
  const simulate = [
    "npm run -s dianan -- simulate --devices 20",
    ...(hub.gb26875Port === 9000 ? [] : [`--port ${hub.gb26875Port}`]),
    ...(hub.httpPort === 8080 ? [] : [`--api ${hub.httpUrl}`]),
    `--key ${key}`,
  ].join(" ");
  return [
    "",
    "平台已启动 The hub is running",
    "",
    `  值班页面 Console        ${signIn}`,
    ...(hub.signInCode === null
      ? []
      : ["                          (链接半小时内可用一次 the link works once, for half an hour)"]),
    ...(hub.setupCode === null
      ? []
      : [
          `  首个管理员 Administrator ${hub.setupCode}`,
          "                          一次性代码,一小时内在页面输入 one-time code: enter it in the page within an hour, or POST /api/v1/setup",
        ]),
    `  接口文档 API document   ${hub.httpUrl}/docs   (${hub.httpUrl}/openapi.json)`,
    `  设备端口 Device port    ${values["gb26875-host"]}:${hub.gb26875Port}   GB/T 26875.3-2011, TCP`,
    ...parseDoors(values.doors ?? "").map(
      ({ protocol, host }, at) => `                          ${host}:${hub.doorPorts[at]}   ${protocol}, TCP`,
    ),
    ...parseLines(values.lines ?? "").map(
      ({ name, protocol, host, port }) => `  主动连接 Line dialled    ${name}   ${protocol}://${host}:${port}`,
    ),
    ...(hub.firstKey === null
      ? ["  接口密钥 API key        已在首次启动时显示 was shown at the first start; 再建一个 another: --new-key"]
      : [`  接口密钥 API key        ${hub.firstKey}`, "                          只显示这一次 shown only this once"]),
    "",
    "试一试 Try it(另开一个终端 in another terminal):",
    `  ${simulate}`,
    "",
    "按 Ctrl-C 停止 Ctrl-C stops it",
    "",
  ].join("\n");
};

/** Closes a hub and says so. */
export const stopHub = async (hub: RunningHub, terminal: Terminal): Promise<void> => {
  terminal.err(both("正在停止:提交并确认已收到的报文……", "Stopping: committing and confirming what was received …"));
  await hub.close();
  terminal.err(both("已停止,没有丢失。", "Stopped; nothing was lost."));
};

/** `dianan hub`: runs until it is asked to stop. */
export const hubCommand = async (values: HubValues, terminal: Terminal): Promise<ExitCode> => {
  const hub = await tryStartHub(values, terminal);
  if (hub === null) return 1;
  terminal.out(readyText(hub, values));
  await terminal.stopped;
  await stopHub(hub, terminal);
  return 0;
};
