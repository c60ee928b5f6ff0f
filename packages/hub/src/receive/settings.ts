import { isAlarmType, isQuantity } from "@dianan/model";
import { fault, type SettingFault, sourceFault } from "../core/setting-fault.ts";
import type { ReceiverSecrets, ReceiverSettings } from "../ports/receivers.ts";
import { mappingSettingFault } from "./mapping-settings.ts";
import { legacyKey } from "./onenet-crypto.ts";
import { OWN_HEADERS } from "./own-headers.ts";

const payloadFault = (settings: ReceiverSettings, protocols: readonly string[]): SettingFault | null => {
  const { payload } = settings;
  if (payload.kind === "mapping" || settings.platform === "mapping") return null;
  const { kind, protocol, member, encoding, readings = [], conditions = [] } = payload;
  if (kind === "frames") {
    if (protocol === undefined || !protocols.includes(protocol)) {
      const names = protocols.join(", ");
      return fault("/payload/protocol", `One of ${names}.`, `应为 ${names} 之一。`);
    }
    if (member === undefined || encoding === undefined)
      return fault("/payload/member", "Frames need member and encoding.", "报文须指明 member 和 encoding。");
    if (readings.length + conditions.length > 0)
      return fault("/payload/readings", "Frames are read by their protocol alone.", "报文只按协议解读。");
    return null;
  }
  if (protocol !== undefined || member !== undefined || encoding !== undefined)
    return fault("/payload/kind", "protocol, member and encoding are of frames.", "protocol 等成员仅用于报文。");
  if (readings.length + conditions.length === 0)
    return fault("/payload/readings", "Name at least one reading or condition.", "至少应有一项测量量或报警。");
  const badReading = readings.findIndex(({ quantity }) => !isQuantity(quantity));
  if (badReading >= 0)
    return fault(
      `/payload/readings/${badReading}/quantity`,
      "It is not in the code list quantities.",
      "代码表 quantities 中没有此代码。",
    );
  const badCondition = conditions.findIndex(({ type }) => !isAlarmType(type));
  return badCondition < 0
    ? null
    : fault(
        `/payload/conditions/${badCondition}/type`,
        "It is not in the code list alarmTypes.",
        "代码表 alarmTypes 中没有此代码。",
      );
};

const secretFault = ({ platform, switches }: ReceiverSettings, secrets: ReceiverSecrets): SettingFault | null => {
  const isOnenet = platform === "onenet" || platform === "onenetLegacy";
  if (isOnenet && secrets.token === undefined)
    return fault("/secrets/token", "OneNET signs with a token: give it.", "OneNET 推送须有 token。");
  if (!isOnenet && (secrets.token !== undefined || secrets.aesKey !== undefined))
    return fault("/secrets", "Its pushes are neither signed nor encrypted.", "该平台的推送不签名也不加密。");
  if (platform === "onenetLegacy" && secrets.aesKey !== undefined && legacyKey(secrets.aesKey) === null)
    return fault("/secrets/aesKey", "43 characters of base64.", "应为 43 个 base64 字符。");
  if (platform === "onenet" && secrets.aesKey !== undefined && Buffer.byteLength(secrets.aesKey) !== 16)
    return fault("/secrets/aesKey", "16 bytes.", "应为 16 字节。");
  if (platform === "onenet" && secrets.aesKey !== undefined && switches.aesIv === undefined)
    return fault(
      "/switches/aesIv",
      "Which initial vector it takes is not confirmed: say key or zero.",
      "初始向量未证实,请指明 key 或 zero。",
    );
  if (platform !== "onenet" && switches.aesIv !== undefined)
    return fault("/switches/aesIv", "It is of the current OneNET.", "仅用于 OneNET 新版。");
  if ((switches.header === undefined) !== (secrets.headerValue === undefined))
    return fault("/switches/header", "A header has a name and a value.", "请求头须同时有名称和值。");
  return switches.header !== undefined && OWN_HEADERS.test(switches.header)
    ? fault("/switches/header", "This header means something else.", "该请求头另有用途。")
    : null;
};

const commandFault = (
  { platform, commands, payload }: ReceiverSettings,
  secrets: ReceiverSecrets,
): SettingFault | null => {
  const { appKey, appSecret, masterKey } = secrets;
  const given = [appKey, appSecret, masterKey].filter((one) => one !== undefined).length;
  if (commands === null)
    return given > 0
      ? fault("/secrets/appKey", "It is for commands: set commands up.", "仅用于命令下行,请设置 commands。")
      : null;
  if (platform !== "ctwing")
    return fault(
      "/commands",
      "Commands go down by CTWing only: of the others no call is confirmed.",
      "仅支持经 CTWing 下发命令。",
    );
  if (payload.kind !== "frames") return fault("/commands", "A command is a frame.", "命令以报文下发。");
  const url = URL.parse(commands.url);
  if (url === null || url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "")
    return fault(
      "/commands/url",
      "An address without query, fragment and credentials.",
      "应为不含查询串、片段和凭证的网址。",
    );
  return given === 3
    ? null
    : fault(
        "/secrets/appKey",
        "Commands are signed: give appKey, appSecret and masterKey.",
        "命令须签名,请提供 appKey、appSecret 和 masterKey。",
      );
};

/**
 * Checks what a person sets up, beyond its schema.
 *
 * @param protocols - that have frames
 * @param isRange - whether a text is an address or a range
 * @returns the first fault, which repeats no secret; null: it is good
 */
export const settingFault = (
  settings: ReceiverSettings,
  secrets: ReceiverSecrets,
  protocols: readonly string[],
  isRange: (text: string) => boolean,
): SettingFault | null => {
  const bad = sourceFault(settings.sources, isRange);
  if (bad !== null) return bad;
  if (settings.deviceKey === "nodeId" && settings.platform !== "iotda")
    return fault("/deviceKey", "nodeId is a name of IoTDA.", "nodeId 仅 IoTDA 有。");
  if (settings.deviceKey === "deviceName" && settings.platform !== "onenet")
    return fault("/deviceKey", "deviceName is a name of the current OneNET.", "deviceName 仅 OneNET 新版有。");
  return (
    mappingSettingFault(settings, secrets) ??
    payloadFault(settings, protocols) ??
    secretFault(settings, secrets) ??
    commandFault(settings, secrets)
  );
};
