import type { Case } from "../case.ts";
import type { CaseResult, TargetRun } from "../run.ts";
import { runCodec } from "../run-codec.ts";
import { runReceiver, runSender } from "../run-share.ts";
import { type Delivery, readDelivery } from "../share/delivery.ts";
import { listenAsCity } from "../share/listen.ts";
import { loadSuite } from "../suite.ts";
import { type Options, UsageError } from "./options.ts";

/** What a run is given besides the command line. */
export type Started = {
  readonly keeps?: (one: Pick<Case<never>, "id" | "requirements">) => boolean;
  readonly onResult: (result: CaseResult) => void;
  readonly seed: number;
  readonly runs: number;
  readonly say: (line: string) => void;
};

const codec = (options: Options, started: Started): Promise<TargetRun> => {
  const { adapter, timeoutMs } = options;
  if (adapter === null)
    throw new UsageError("缺少适配器命令 / the adapter's command is missing: -- python3 my_adapter.py");
  return runCodec({ ...started, suite: loadSuite("F3"), adapter, timeoutMs });
};

const deliveryOf = async (options: Options, { say }: Started): Promise<Delivery> => {
  const { dir, stream, listen, secret = null, bearer = null } = options;
  if (dir !== undefined) return readDelivery({ dir });
  if (stream !== undefined) return readDelivery({ stream });
  const [, host = "127.0.0.1", port = ""] = /^(?:(.*):)?(\d{1,5})$/.exec(listen ?? "") ?? [];
  if (listen === undefined || port === "")
    throw new UsageError("run share: --dir <folder> | --stream <file.ndjson> | --listen [host:]port | --post-to <url>");
  return listenAsCity({
    ...{ host, port: Number(port), secret, bearer, quietMs: options.quietMs, longestMs: options.longestMs },
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

const targets: Readonly<Record<string, (options: Options, started: Started) => Promise<TargetRun>>> = { codec, share };

/** Runs a target as the command line says. */
export const startTarget = (target: string | undefined, options: Options, started: Started): Promise<TargetRun> => {
  const start = target === undefined ? undefined : targets[target];
  if (start === undefined)
    throw new UsageError(`run ${Object.keys(targets).join(" | ")}: 没有此对象 / no such target: ${target ?? ""}`);
  return start(options, started);
};
