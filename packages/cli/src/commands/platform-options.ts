import type { Options } from "../options/option.ts";

// biome-ignore format: a table is read by its rows
export const platformOptions = [
  { name: "api", kind: "text", default: "http://127.0.0.1:8080", zh: "本平台的接口地址。", en: "The API of this hub." },
  { name: "account", kind: "text", default: null, zh: "安全管理员的登录名。", en: "Account of a security administrator." },
  { name: "password", kind: "text", default: null, zh: "密码。只用环境变量;不给则读标准输入的第一行。", en: "Its password. Only in the environment; none: the first line of standard input." },
  { name: "code", kind: "text", default: null, zh: "六位动态口令;不给则读标准输入的下一行。", en: "Six digits of the authenticator app; none: the next line of standard input." },
  { name: "allow", kind: "text", default: "read,write", zh: "对方在本平台可做什么:read、write、persons(完整个人信息)或权限范围,逗号分隔。", en: "What the other side may do here: read, write, persons (in full), or scopes, comma between." },
  { name: "push", kind: "text", default: null, zh: "向对方推送哪几类:all 或 operator,unit,device,component,alarm 中的若干项。", en: "Kinds that are pushed to it: all, or some of operator,unit,device,component,alarm." },
  { name: "push-period-seconds", kind: "integer", default: 60, min: 1, max: 21_600, zh: "告警以外的推送周期,秒;告警即时推送。", en: "Period of everything but alarms, which go at once. Seconds." },
  { name: "agreement", kind: "text", default: null, zh: "推送完整个人信息所依据的协议;不填则脱敏。", en: "Agreement by which it is pushed persons in full. None: masked." },
  { name: "coordinate-system", kind: "text", default: "CGCS2000", oneOf: ["CGCS2000", "WGS84", "GCJ02", "BD09"], zh: "推送的坐标系。", en: "System of the positions that are pushed." },
  { name: "pull", kind: "text", default: null, zh: "从对方拉取哪几类,写法同 --push。", en: "Kinds that are pulled from it, as --push." },
  { name: "pull-period-seconds", kind: "integer", default: 300, min: 1, max: 21_600, zh: "拉取周期,秒。", en: "Period of pulling. Seconds." },
  { name: "bearer", kind: "flag", zh: "接入时改用 Bearer 令牌,不对请求签名;仅用于不支持签名的平台。", en: "When connecting: send tokens instead of signing requests; only for platforms that cannot sign." },
  { name: "json", kind: "flag", zh: "输出一行 JSON。", en: "Print one line of JSON." },
] as const satisfies Options;
