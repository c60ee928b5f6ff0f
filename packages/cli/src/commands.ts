import { auditOptions } from "./commands/audit-options.ts";
import { backupOptions, migrateOptions, restoreOptions, verifyOptions } from "./commands/backup-options.ts";
import { decodeCommand, decodeOptions } from "./commands/decode.ts";
import { demoOptions } from "./commands/demo-options.ts";
import { encodeCommand, encodeOptions } from "./commands/encode.ts";
import { hubOptions } from "./commands/hub-options.ts";
import { platformOptions } from "./commands/platform-options.ts";
import { profileCommand, profileOptions } from "./commands/profile.ts";
import { simulateCommand, simulateOptions } from "./commands/simulate.ts";
import type { Options, Values } from "./options/option.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** One command of `dianan`. */
export type Command = {
  readonly name: string;
  /** Words behind the options, in the usage line. */ readonly operands: string;
  readonly zh: string;
  readonly en: string;
  readonly options: Options;
  /** Reads its own options: it gets all words as they came. */ readonly readsWords?: true;
  readonly run: (values: never, words: readonly string[], terminal: Terminal) => Promise<ExitCode>;
};

const command = <const T extends Options>(one: {
  readonly name: string;
  readonly operands?: string;
  readonly zh: string;
  readonly en: string;
  readonly options: T;
  readonly readsWords?: true;
  readonly run: (values: Values<T>, words: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}): Command => ({ operands: "", ...one });

// The hub brings a database along: it is loaded only by the commands that run one.
const hubModule = () => import("./commands/hub.ts");
const conformModule = () => import("./commands/conform.ts");
const auditModule = () => import("./commands/audit.ts");
const backupModule = () => import("./commands/backup.ts");
const platformModule = () => import("./commands/platform.ts");
const demoModule = () => import("./commands/demo.ts");

export const commands: readonly Command[] = [
  command({
    name: "hub",
    zh: "运行平台:值班页面、开放接口、设备端口。",
    en: "Runs the hub: console, open API, device port.",
    options: hubOptions,
    run: async (values, _, terminal) => (await hubModule()).hubCommand(values, terminal),
  }),
  command({
    name: "demo",
    zh: "用示例数据和一小批模拟设备运行平台,数据在单独的文件夹。",
    en: "Runs a hub on example data with a small simulated fleet, in a folder of its own.",
    options: demoOptions,
    run: async (values, _, terminal) => (await demoModule()).demoCommand(values, terminal),
  }),
  command({
    name: "simulate",
    zh: "让模拟设备用真实连接上报。",
    en: "Lets simulated devices report over real connections.",
    options: simulateOptions,
    run: (values, _, terminal) => simulateCommand(values, terminal),
  }),
  command({
    name: "decode",
    operands: "[hex …]",
    zh: "解码报文:每帧输出一行 JSON;不给报文则逐行读标准输入。",
    en: "Decodes frames: one line of JSON each; without a frame, lines of standard input are read.",
    options: decodeOptions,
    run: decodeCommand,
  }),
  command({
    name: "encode",
    operands: "[json …]",
    zh: "编码报文:decode 的逆操作,输出十六进制。",
    en: "Encodes frames: the inverse of decode, prints hex.",
    options: encodeOptions,
    run: encodeCommand,
  }),
  command({
    name: "profile",
    operands: "new <id> | test [file|id …] | docs <file|id> | list",
    zh: "设备档案:new 新建,test 运行其中的测试向量,docs 生成点表和对照表,list 列出自带的档案。",
    en: "Device profiles: new writes one, test runs the vectors inside, docs makes the point list and the mapping sheet, list shows those that come along.",
    options: profileOptions,
    run: profileCommand,
  }),
  command({
    name: "conform",
    operands: "run codec -- <command …> | run share | run device | replay | list | lint | verify",
    zh: "符合性测试:检验任何语言写的编解码器,GB/T 26875.3 设备,以及五类共享记录的发送方与接收方,逐条款给出结论;dianan conform --help 列出选项。",
    en: "Conformance kit: whether a codec in any language, a device of GB/T 26875.3, or a sender or receiver of shares is right, clause by clause; dianan conform --help lists the options.",
    options: [],
    readsWords: true,
    run: async (_, words, terminal) => (await conformModule()).conformCommand(words, terminal),
  }),
  command({
    name: "platform",
    operands: "invite <code> <name> | connect <versions-url> <token> | list | rotate <id> | disconnect <id>",
    zh: "平台互联:invite 邀请对方并给出令牌,connect 以收到的令牌接入对方,list 列出各平台状态,rotate 立即轮换双方令牌,disconnect 断开。以安全管理员身份登录。",
    en: "Other platforms: invite gives out a token, connect uses one that was given, list shows how each is, rotate renews the tokens of both sides, disconnect ends it. Signs in as a security administrator.",
    options: platformOptions,
    run: async (values, words, terminal) => (await platformModule()).platformCommand(values, words, terminal),
  }),
  command({
    name: "audit",
    operands: "verify <file …>",
    zh: "离线校验审计导出文件;检查点文件一并给出时逐一核对。",
    en: "Verifies exports of the audit log without the hub; files of checkpoints among them are held against each.",
    options: auditOptions,
    run: async (values, words, terminal) => (await auditModule()).auditCommand(values, words, terminal),
  }),
  command({
    name: "backup",
    operands: "<folder>",
    zh: "备份数据文件夹到一个加密文件,平台可以照常运行。",
    en: "Backs a data folder up into one encrypted file; the hub may run on.",
    options: backupOptions,
    run: async (values, words, terminal) => (await backupModule()).backupCommand(values, words, terminal),
  }),
  command({
    name: "verify",
    operands: "<backup>",
    zh: "恢复演练:把备份还原到临时文件夹并逐项核对,证明它可用。",
    en: "Restore drill: restores a backup into a temporary folder and proves it.",
    options: verifyOptions,
    run: async (values, words, terminal) => (await backupModule()).verifyCommand(values, words, terminal),
  }),
  command({
    name: "restore",
    operands: "<backup>",
    zh: "校验备份后还原到数据文件夹,原有数据保留在一旁。",
    en: "Puts a backup into a data folder after it was verified; what stood there is kept aside.",
    options: restoreOptions,
    run: async (values, words, terminal) => (await backupModule()).restoreCommand(values, words, terminal),
  }),
  command({
    name: "migrate",
    zh: "先备份并验证,再一步升级数据库结构。",
    en: "Backs up, proves the backup, then brings the database to this release's schema in one step.",
    options: migrateOptions,
    run: async (values, _, terminal) => (await backupModule()).migrateCommand(values, terminal),
  }),
];
