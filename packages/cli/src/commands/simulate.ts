import { type Fleet, type FleetFigures, type Scenario, scenarios, startFleet } from "@dianan/device";
import type { Options, Values } from "../options/option.ts";
import { RegistrationError, registerExamples } from "../registration.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";

// biome-ignore format: a table is read by its rows
export const simulateOptions = [
  { name: "devices", kind: "integer", default: 10, min: 1, max: 20_000, zh: "模拟设备的台数。", en: "How many devices." },
  { name: "scenario", kind: "text", default: "mixed", oneOf: scenarios, zh: "设备做什么。", en: "What the devices do." },
  { name: "host", kind: "text", default: "127.0.0.1", zh: "平台的设备端口所在地址。", en: "Address of the hub's device port." },
  { name: "port", kind: "integer", default: 9000, min: 1, max: 65_535, zh: "平台的设备端口。", en: "The hub's device port." },
  { name: "api", kind: "text", default: "http://127.0.0.1:8080", zh: "平台的接口地址,用来登记设备。", en: "The hub's API, where the devices are registered." },
  { name: "key", kind: "text", default: null, zh: "接口密钥;不给则设备不登记,告警列为未认领。", en: "API key; without it the devices are not registered and their alarms are listed as unclaimed." },
  { name: "first-address", kind: "integer", default: 1001, min: 1, max: 281_474_976_690_655, zh: "第一台设备的源地址,其余依次加 1。", en: "Source address of the first device; the others follow." },
  { name: "period-seconds", kind: "integer", default: 10, min: 1, max: 21_600, zh: "每台设备的上传周期(不超过 6 小时)。", en: "Upload period of a device (at most 6 h)." },
  { name: "seed", kind: "integer", default: 1, min: 0, max: 2_147_483_647, zh: "随机种子:相同种子,相同的数值。", en: "Seed: same seed, same values." },
  { name: "duration", kind: "integer", default: 0, min: 0, max: 31_536_000, zh: "运行多少秒,0 为直到停止。", en: "Seconds to run; 0: until stopped." },
] as const satisfies Options;
type SimulateValues = Values<typeof simulateOptions>;

/** An alarm or fault comes so long after a device's start. */
const EVENT_AFTER_MS = 2_000;
const START_WITHIN_MS = 3_000;
const REPORT_MS = 10_000;

export const fleetOf = (values: Omit<SimulateValues, "api" | "key" | "duration">): Fleet =>
  startFleet({
    host: values.host,
    port: values.port,
    devices: values.devices,
    scenario: values.scenario as Scenario,
    seed: values.seed,
    firstAddress: values["first-address"],
    periodMs: values["period-seconds"] * 1_000,
    eventAfterMs: EVENT_AFTER_MS,
    startWithinMs: START_WITHIN_MS,
  });

export const figuresText = ({ linked, devices, sent, confirmed, failed, p50Ms, p99Ms }: FleetFigures): string => {
  const ms = (value: number): string => (Number.isNaN(value) ? "-" : value.toFixed(1));
  return both(
    `在线 ${linked}/${devices},发送 ${sent},确认 ${confirmed},失败 ${failed},确认时间 p50 ${ms(p50Ms)} ms p99 ${ms(p99Ms)} ms`,
    `linked ${linked}/${devices}, sent ${sent}, confirmed ${confirmed}, failed ${failed}, confirm time p50 ${ms(p50Ms)} ms p99 ${ms(p99Ms)} ms`,
  );
};

/** `dianan simulate`: a fleet over real connections until it is stopped or its time is over. */
export const simulateCommand = async (values: SimulateValues, terminal: Terminal): Promise<ExitCode> => {
  if (values.key === null)
    terminal.err(
      both(
        "没有 --key:设备不登记,它们的告警列在“未认领”里。",
        "No --key: the devices are not registered, and their alarms are listed as unclaimed.",
      ),
    );
  else
    try {
      const { api, key, devices } = values;
      await registerExamples({ api, key, devices, firstAddress: values["first-address"] });
      terminal.err(both(`已登记 ${devices} 台设备。`, `${devices} devices are registered.`));
    } catch (error) {
      if (!(error instanceof RegistrationError) && !(error instanceof TypeError)) throw error;
      terminal.err(
        both(
          `在 ${values.api} 登记失败:${error.message}。请检查 --api 和 --key。`,
          `Registration at ${values.api} failed: ${error.message}. Check --api and --key.`,
        ),
      );
      return 1;
    }
  const fleet = fleetOf(values);
  terminal.err(
    both(
      `${values.devices} 台设备正在连接 ${values.host}:${values.port},场景 ${values.scenario}。按 Ctrl-C 停止。`,
      `${values.devices} devices are connecting to ${values.host}:${values.port}, scenario ${values.scenario}. Ctrl-C stops them.`,
    ),
  );
  const report = setInterval(() => terminal.err(figuresText(fleet.figures())), REPORT_MS);
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    if (values.duration > 0) timer = setTimeout(resolve, values.duration * 1_000);
  });
  await Promise.race([over, terminal.stopped]);
  clearInterval(report);
  clearTimeout(timer);
  await fleet.stop();
  const figures = fleet.figures();
  terminal.err(figuresText(figures));
  if (figures.confirmed > 0) return 0;
  terminal.err(
    both(
      `没有一条报文得到确认:${values.host}:${values.port} 上有平台在运行吗?`,
      `Not one message was confirmed: is a hub running at ${values.host}:${values.port}?`,
    ),
  );
  return 1;
};
