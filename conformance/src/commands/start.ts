import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { hexBytes } from "@dianan/testkit";
import type { Claims } from "../claims/claims.ts";
import type { CaseResult, Keeps, RunMode, RunSettingsTold, TargetRun } from "../run.ts";
import { runCodec } from "../run-codec.ts";
import { runDevice } from "../run-device.ts";
import { runPlatform } from "../run-platform.ts";
import { runReceiver, runSender } from "../run-share.ts";
import { type Delivery, readDelivery } from "../share/delivery.ts";
import { listenAsCity } from "../share/listen.ts";
import { loadSuite } from "../suite.ts";
import { type Options, UsageError, wordsOf } from "./options.ts";

const PORT_MAX = 65_535;
const PLATFORM_TIMEOUT_MS = 10_000;

/** What a run is given besides the command line. */
export type Started = {
  readonly keeps?: Keeps;
  readonly onResult: (result: CaseResult) => void;
  readonly seed: number;
  readonly runs: number;
  readonly mode: RunMode;
  readonly claims?: Claims;
  readonly settings: RunSettingsTold;
  readonly say: (line: string) => void;
};

const codec = (options: Options, started: Started): Promise<TargetRun> => {
  const { adapter, timeoutMs } = options;
  if (adapter === null)
    throw new UsageError("缺少适配器命令 / the adapter's command is missing: -- python3 my_adapter.py");
  return runCodec({ ...started, suite: loadSuite(specOf(options)), adapter, timeoutMs });
};

const addressOf = (listen: string | undefined): { readonly host: string; readonly port: number } | null => {
  const [, host = "127.0.0.1", port = ""] = /^(?:(.*):)?(\d{1,5})$/.exec(listen ?? "") ?? [];
  return port === "" || Number(port) > PORT_MAX ? null : { host, port: Number(port) };
};

/** Runs a program that does something to the device, or asks a person to. */
const actOf = (
  command: string | undefined,
  { assist }: Options,
  { say }: Started,
  words: string,
): (() => Promise<void>) | null => {
  const [program, ...args] = wordsOf(command ?? "");
  if (program !== undefined) return async () => void (await promisify(execFile)(program, args));
  return assist ? async () => say(`>>> ${words}`) : null;
};

/** Documents that devices and codecs are held against. */
const specs: readonly string[] = ["F3", "DP"];
const specOf = ({ spec = "F3" }: Options): string => {
  if (specs.includes(spec)) return spec;
  throw new UsageError(`--spec: ${specs.join(" | ")}`);
};

const KEY_BYTES_MIN = 16;
const keyOf = (hex: string | undefined): Uint8Array | null => {
  if (hex === undefined) return null;
  if (/^([0-9a-fA-F]{2})+$/.test(hex) && hex.length >= 2 * KEY_BYTES_MIN) return hexBytes(hex);
  throw new UsageError("--device-key: 至少 16 字节的十六进制 / hex of 16 bytes or more");
};

const device = (options: Options, started: Started): Promise<TargetRun> => {
  const { name, lacks, resendMs, resendCount: resends, waitMs } = options;
  const address = addressOf(options.listen);
  if (address === null) throw new UsageError("run device: --listen [host:]port");
  return runDevice({
    ...{
      ...started,
      ...address,
      resendMs,
      resends,
      waitMs,
      lacks,
      suite: loadSuite(specOf(options)),
      key: keyOf(options["device-key"]),
      press: actOf(options.relay, options, started, "请使设备报警 / make the device raise an alarm"),
      clear: actOf(options.clear, options, started, "请使报警消失 / make the alarm go again"),
      restart: actOf(options.restart, options, started, "请重新启动设备 / switch the device off and on"),
      isAssisted: options.assist,
    },
    ...(name === undefined ? {} : { name }),
    onReady: (port) => started.say(`等待设备连接 / waiting for the device: ${address.host}:${port}`),
  });
};

const deliveryOf = async (options: Options, { say }: Started): Promise<Delivery> => {
  const { dir, stream, listen, secret = null, bearer = null } = options;
  if (dir !== undefined) return readDelivery({ dir });
  if (stream !== undefined) return readDelivery({ stream });
  const address = addressOf(listen);
  if (address === null)
    throw new UsageError("run share: --dir <folder> | --stream <file.ndjson> | --listen [host:]port | --post-to <url>");
  return listenAsCity({
    ...{ ...address, secret, bearer, quietMs: options.quietMs, longestMs: options.longestMs },
    onReady: (url) => say(`等待推送 / waiting for pushes: ${url}/{operators,units,devices,components,alarms}`),
  });
};

const share = async (options: Options, started: Started): Promise<TargetRun> => {
  const { name, secret = null, bearer = null, timeoutMs, lacks } = options;
  const suite = loadSuite("CS");
  const url = options["post-to"];
  if (url === undefined)
    return runSender({
      ...started,
      suite,
      ...(name === undefined ? {} : { name }),
      delivery: await deliveryOf(options, started),
    });
  if (!URL.canParse(url)) throw new UsageError(`--post-to: ${url}`);
  const platformCode = options["platform-code"];
  return runReceiver({
    ...started,
    suite,
    name: name ?? new URL(url).host,
    url,
    secret,
    bearer,
    timeoutMs,
    lacks,
    platformCode,
  });
};

const platform = (options: Options, started: Started): Promise<TargetRun> => {
  const { url, key, lacks, name } = options;
  if (url === undefined || !URL.canParse(url)) throw new UsageError(`run platform: --url: ${url ?? ""}`);
  if (key === undefined) throw new UsageError("run platform: --key: 平台角色的密钥 / a key of the role platform");
  const addressIn = (option: "device-door" | "webhook-listen") => {
    const text = options[option];
    const address = addressOf(text);
    if (text !== undefined && address === null) throw new UsageError(`--${option} [host:]port: ${text}`);
    return address;
  };
  const ear = addressIn("webhook-listen");
  return runPlatform({
    ...{
      ...started,
      suite: loadSuite("API"),
      url,
      key,
      lacks,
      alarmMs: options.alarmMs,
      silenceMs: options.silenceMs,
      zoneMinutes: options.zoneMinutes,
    },
    ...{ otherKey: options["other-key"] ?? null, deadKey: options["dead-key"] ?? null, door: addressIn("device-door") },
    ear: ear === null ? null : { ...ear, url: options["webhook-url"] ?? null },
    // What goes through a network and a database takes longer than a codec.
    timeoutMs: options.given.has("timeout") ? options.timeoutMs : PLATFORM_TIMEOUT_MS,
    platformCode: options["platform-code"],
    ...(name === undefined ? {} : { name }),
  });
};

const targets: Readonly<Record<string, (options: Options, started: Started) => Promise<TargetRun>>> = {
  codec,
  device,
  share,
  platform,
};

/** Runs a target as the command line says. */
export const startTarget = (target: string | undefined, options: Options, started: Started): Promise<TargetRun> => {
  const start = target === undefined ? undefined : targets[target];
  if (start === undefined)
    throw new UsageError(`run ${Object.keys(targets).join(" | ")}: 没有此对象 / no such target: ${target ?? ""}`);
  return start(options, started);
};
