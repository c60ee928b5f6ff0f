import type { Options } from "../options/option.ts";

/** Everything that can be set about a hub. */
// biome-ignore format: a table is read by its rows
export const hubOptions = [
  { name: "data", kind: "text", default: "data", zh: "数据文件夹。", en: "Folder of the database." },
  { name: "http-host", kind: "text", default: "127.0.0.1", zh: "网页和接口监听的地址。", en: "Address of the console and the API." },
  { name: "http-port", kind: "integer", default: 8080, min: 0, max: 65_535, zh: "网页和接口的端口,0 为任意空闲端口。", en: "Port of the console and the API; 0 takes any free one." },
  { name: "gb26875-host", kind: "text", default: "0.0.0.0", zh: "GB/T 26875.3 设备连接的地址。", en: "Address for GB/T 26875.3 devices." },
  { name: "gb26875-port", kind: "integer", default: 9000, min: 0, max: 65_535, zh: "GB/T 26875.3 设备连接的端口,0 为任意空闲端口。", en: "Port for GB/T 26875.3 devices; 0 takes any free one." },
  { name: "doors", kind: "text", default: null, zh: "其他协议的设备端口,协议=端口 或 协议=地址:端口,逗号分隔,如 ykc=9011,ap3000=9012。", en: "Ports for devices of other protocols: protocol=port or protocol=address:port, comma between, such as ykc=9011,ap3000=9012." },
  { name: "platform-code", kind: "text", default: "DIANAN", zh: "本平台的平台厂商code(SH-1)。", en: "Platform vendor code of this platform (SH-1)." },
  { name: "platform-name", kind: "text", default: "DianAn 电安", zh: "本平台的名称。", en: "Name of this platform." },
  { name: "city-url", kind: "text", default: null, zh: "市级平台的基地址,不填则不共享。", en: "Base URL of the city's platform; none: nothing is shared." },
  { name: "city-key", kind: "text", default: null, zh: "发给市级平台的密钥(Bearer)。建议用环境变量。", en: "Key sent to the city's platform (Bearer). Better in the environment." },
  { name: "city-secret", kind: "text", default: null, zh: "签名密钥 whsec_…(Standard Webhooks)。建议用环境变量。", en: "Signing secret whsec_… (Standard Webhooks). Better in the environment." },
  { name: "outbound-allow", kind: "text", default: null, zh: "平台可以主动访问的非公网地址范围(事件推送、对接平台、数据共享目的地),逗号分隔,如 10.20.0.0/24,127.0.0.1;其中也可用 http。不填则只访问公网 https。", en: "Ranges that are not public and that the hub may call all the same (webhooks, other platforms, sharing destinations), comma between, such as 10.20.0.0/24,127.0.0.1; http is allowed there too. None: only public https." },
  { name: "utc-offset-minutes", kind: "integer", default: 480, min: -720, max: 840, zh: "设备时钟的时区,480 为北京时间。", en: "Zone of device clocks; 480 is China." },
  { name: "expected-period-minutes", kind: "integer", default: 5, min: 1, max: 360, zh: "设备的上传周期;沉默 3 个周期为离线(EF-4.4.2:不超过 6 小时)。", en: "Upload period of devices; silence of 3 periods is offline (EF-4.4.2: at most 6 h)." },
  { name: "link-grace-seconds", kind: "integer", default: 60, min: 1, max: 3_600, zh: "连接断开多久算离线。", en: "A closed link counts as lost after this." },
  { name: "due-days-fire", kind: "integer", default: 7, min: 1, max: 90, zh: "电气火灾告警的整改期限,天(EF-5.3:一周内)。", en: "Days within which an electrical fire alarm must be dealt with (EF-5.3: within a week)." },
  { name: "due-days-charging", kind: "integer", default: 3, min: 1, max: 90, zh: "充电告警的整改期限,天(CP-4.2:三天内)。", en: "Days within which a charging alarm must be dealt with (CP-4.2: within three days)." },
  { name: "max-connections", kind: "integer", default: 20_000, min: 1, max: 1_000_000, zh: "设备连接总数上限。", en: "Device connections in all." },
  { name: "max-connections-per-source", kind: "integer", default: 256, min: 1, max: 1_000_000, zh: "每个来源地址的设备连接上限。", en: "Device connections per source address." },
  { name: "public-url", kind: "text", default: null, zh: "浏览器访问值班页面的地址,通行密钥绑定于此;不填为 http://localhost 加端口。", en: "Address at which browsers reach the console; passkeys are bound to it. None: http://localhost and the port." },
  { name: "password-policy", kind: "text", default: "default", oneOf: ["default", "mlps3"], zh: "密码策略:default,或 mlps3(等保三级)。", en: "Password policy: default, or mlps3 (protection level 3)." },
  { name: "master-key", kind: "text", default: null, zh: "主密钥,32 字节的 base64;不填则用数据文件夹中的 master.key。只用环境变量。", en: "Master key, 32 bytes in base64; none: master.key in the data folder. Only in the environment." },
  { name: "audit-checkpoints", kind: "text", default: null, zh: "审计检查点文件,最好放在另一块盘上;不填则为数据文件夹中的 audit-checkpoints.jsonl。", en: "File of the audit log's signed checkpoints, best on another disk. None: audit-checkpoints.jsonl in the data folder." },
  { name: "check-answers", kind: "flag", zh: "自检:每个接口应答都与接口文档核对,不符则为 500 并记入日志;约慢一倍,排错时用。", en: "Hold every answer of the API against the document: one that breaks it becomes a 500 and a line in the log. About twice the work, for looking into a mistake." },
  { name: "backup-folder", kind: "text", default: null, zh: "备份文件夹,最好在另一块盘上;不填则为数据文件夹中的 backups。", en: "Folder of backups, best on another disk; none: backups in the data folder." },
  { name: "backup-every-hours", kind: "integer", default: 24, min: 0, max: 720, zh: "每隔多少小时自动备份,0 为不自动备份。", en: "The hub backs itself up every so many hours; 0: never by itself." },
  { name: "backup-keep", kind: "integer", default: 7, min: 1, max: 1_000, zh: "保留多少个可用的备份。", en: "Usable backups that are kept." },
  { name: "new-key", kind: "flag", zh: "启动时再建一个接口密钥并显示一次。", en: "Make another API key at start and show it once." },
] as const satisfies Options;
