import { AdapterError } from "./adapter-process.ts";
import { ClaimsError } from "./claims/claims.ts";
import { claimsCommand } from "./commands/claimed.ts";
import { lintCommand, listCommand } from "./commands/list.ts";
import { type Options, optionsOf, type Terminal, UsageError } from "./commands/options.ts";
import { replayCommand } from "./commands/replay.ts";
import { runCommandOf } from "./commands/run.ts";
import { selftestCommand } from "./commands/selftest.ts";
import { verifyCommand } from "./commands/verify.ts";

export type { Terminal } from "./commands/options.ts";

const help = `dianan-conform: 检验实现是否符合协议 / whether an implementation speaks the protocol

  dianan-conform run codec [选项 options] -- <命令 command> [参数 args...]
  dianan-conform run device --listen [host:]port [--relay <command>]
  dianan-conform run share --dir <folder> | --stream <file.ndjson> | --listen [host:]port | --post-to <url>
  dianan-conform run platform --url <url> --key <key> [--other-key <key>] [--dead-key <key>]
                              [--device-door host:port] [--webhook-listen [host:]port]
  dianan-conform replay report.json [用例 case] -- <命令 command>
  dianan-conform list [--target codec] [--requirement F3-6.6-08] [--json]
  dianan-conform lint
  dianan-conform selftest [--loop]      工具自检:与自己对话 / the kit against itself
  dianan-conform claims check <conform.yaml>
  dianan-conform verify <报告文件夹 report folder> [--key public.pem]

  --class <core|full|robust>  要求达到的等级 / class that must be reached
  --seed <n>                  同一种子,同一结果 / same seed, same cases (random)
  --runs <n>                  每项生成用例的输入数 / inputs of a generated case (50)
  --timeout <ms>              等待应答的时间 / time for one answer (2000)
  --only, --exclude <F3/…*>   用例编号,可重复 / ids of cases, may be repeated
  --requirement <F3-…*>       只运行某条要求 / cases of a requirement, may be repeated
  --adapter <command>         代替 -- / in the place of --
  --dir, --stream             发送方共享的记录 / what a sender shares: files, or one push a line
  --listen [host:]port        工具是市级平台,等待推送 / the kit is the city and waits (--quiet, --longest <ms>)
  --post-to <url>             工具是平台,向接收方推送 / the kit is a platform and pushes (--platform-code)
  --claims <conform.yaml>     声明文件 / claims: protocol, features, dialects, timers, class
  --mode <explore|certify>    certify:声明决定用例 / the claims decide, and must be true (explore)
  --resend <ms>, --resends    设备声明的超时和重发次数 / what the device claims (10000, 3)
  --relay, --clear <command>  使设备报警、报警消失 / makes the device raise an alarm, and end it (--wait <ms>)
  --spec <F3|DP>              协议 / GB/T 26875.3, or the open device protocol (F3)
  --device-key <hex>          设备密钥,环境变量 CONFORM_DEVICE_KEY / its key, for authentication codes (DP)
  --restart <command>         重新启动设备 / starts the device anew
  --assist                    由人操作,工具提示 / a person does that when told
  --url, --key                平台地址与平台角色的密钥 / a platform and a key of the role platform
  --other-key, --dead-key     另一机构的密钥;过期或吊销的密钥 / of another organisation; expired or revoked
  --device-door host:port     设备端口 / where devices of GB/T 26875.3 connect (--zone 480)
  --webhook-listen [h:]port   接收推送 / where the kit takes webhooks (--webhook-url: as the platform sees it)
  --timed-out-after <ms>      超时离线的静默时间,平台可为测试调短 / silence of timed-out offline, shortened for the test (6 h at most)
  --alarm-within <ms>         告警时限 / an alarm must be seen within this (20000)
  --bearer, --secret          密钥与签名密钥 / key and whsec_ secret
  --lacks <feature>           没有的功能 / what it has not: read, digests; replies
  --name <name>               实现的名称 / name of the implementation
  --out <folder>              写出报告 / report as JSON, HTML, JUnit, CSV, badge, manifest
  --sign-key <private.pem>    用 Ed25519 或 SM2 签名 / sign the report, Ed25519 or SM2
  --lang <zh|en>              (zh)
  --verbose                   列出每一项 / list every case

环境变量 CONFORM_SEED 等同 --seed,余同 / each option is an environment variable too
退出码 exit code: 0 通过 passed; 1 有不通过 some failed; 2 用法或适配器不能启动 usage, or no adapter;
                  3 未达到等级 class not reached; 4 工具出错 the kit failed`;

const commands: Readonly<Record<string, (options: Options, terminal: Terminal) => number | Promise<number>>> = {
  run: runCommandOf,
  list: listCommand,
  lint: lintCommand,
  selftest: selftestCommand,
  replay: replayCommand,
  verify: verifyCommand,
  claims: claimsCommand,
};

/**
 * The `dianan-conform` command.
 *
 * @param args - what stands behind the program's name
 * @returns exit code, see the help
 */
export const runCommand = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const { out, err } = terminal;
  try {
    const options = optionsOf(args, terminal.env);
    const [name] = options.positionals;
    if (options.help) {
      out(help);
      return 0;
    }
    const command = name === undefined ? undefined : commands[name];
    if (command === undefined)
      throw new UsageError(`缺少命令 / a command is missing: ${Object.keys(commands).join(", ")}`);
    return await command(options, terminal);
  } catch (error) {
    if (error instanceof AdapterError)
      err(`适配器不能启动 / the adapter does not start [${error.code}]: ${error.message}`);
    else if (error instanceof ClaimsError) err(error.message);
    else if (error instanceof UsageError || isParseError(error)) err(`${(error as Error).message}\n\n${help}`);
    else if (isFileError(error)) err(`文件不可用 / a file cannot be used: ${(error as Error).message}`);
    else throw error;
    return 2;
  }
};

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");
const isParseError = (error: unknown): boolean => codeOf(error).startsWith("ERR_PARSE_ARGS");
const isFileError = (error: unknown): boolean =>
  /^(ENOENT|EACCES|EISDIR|ENOTDIR|ERR_OSSL)/.test(codeOf(error)) ||
  error instanceof SyntaxError ||
  error instanceof TypeError;
