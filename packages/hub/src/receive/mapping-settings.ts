import { fault, type SettingFault } from "../core/setting-fault.ts";
import { chosenFault } from "../ports/mapping-presets.ts";
import type { ReceiverSecrets, ReceiverSettings } from "../ports/receivers.ts";
import { OWN_HEADERS } from "./own-headers.ts";

/** Members of a payload that only a mapping has. */
const MAPPING_MEMBERS = ["preset", "expression", "parameters", "headers"] as const;
/** Members that a mapping does not have. */
const OTHER_MEMBERS = ["protocol", "member", "encoding", "readings", "conditions"] as const;
const SWITCHES = ["hmacHeader", "hmacAlgorithm", "hmacEncoding", "hmacPrefix", "idHeader", "idMember"] as const;
const SECRETS = ["bearerToken", "hmacKey", "webhookSecret"] as const;

/** JSON of parameters, characters. */
const PARAMETERS_MAX = 16 * 1024;

const ofMapping = (path: string): SettingFault =>
  fault(path, "It is of the platform mapping.", "仅用于映射接收(platform 为 mapping)。");

const foreignFault = ({ payload, switches }: ReceiverSettings, secrets: ReceiverSecrets): SettingFault | null => {
  if (payload.kind === "mapping") return ofMapping("/payload/kind");
  const member = MAPPING_MEMBERS.find((name) => payload[name] !== undefined);
  if (member !== undefined) return ofMapping(`/payload/${member}`);
  const name = SWITCHES.find((one) => switches[one] !== undefined);
  if (name !== undefined) return ofMapping(`/switches/${name}`);
  const secret = SECRETS.find((one) => secrets[one] !== undefined);
  return secret === undefined ? null : ofMapping(`/secrets/${secret}`);
};

const signingFault = ({ switches }: ReceiverSettings, secrets: ReceiverSecrets): SettingFault | null => {
  const { webhookSecret } = secrets;
  const length = Buffer.from(webhookSecret?.slice("whsec_".length) ?? "", "base64").length;
  if (webhookSecret !== undefined && (length < 24 || length > 64))
    return fault(
      "/secrets/webhookSecret",
      "whsec_ and the base64 of 24 to 64 bytes.",
      "应为 whsec_ 加 24 至 64 字节的 base64。",
    );
  if ((switches.hmacHeader === undefined) !== (secrets.hmacKey === undefined))
    return fault(
      "/switches/hmacHeader",
      "An HMAC has a header and a key: hmacHeader and the secret hmacKey.",
      "HMAC 须同时有请求头 hmacHeader 和密钥 hmacKey。",
    );
  const detail = (["hmacAlgorithm", "hmacEncoding", "hmacPrefix"] as const).find((one) => switches[one] !== undefined);
  if (detail !== undefined && switches.hmacHeader === undefined)
    return fault(`/switches/${detail}`, "It needs hmacHeader.", "须与 hmacHeader 同时设置。");
  if (switches.hmacHeader !== undefined && /^(host|content-.*|cookie|authorization)$/i.test(switches.hmacHeader))
    return fault("/switches/hmacHeader", "This header means something else.", "该请求头另有用途。");
  return switches.idHeader !== undefined && switches.idMember !== undefined
    ? fault("/switches/idMember", "One of idHeader and idMember.", "idHeader 与 idMember 只能设置其一。")
    : null;
};

/** What a receiver with a mapping must have, and one without must not. The expression itself is checked elsewhere. */
export const mappingSettingFault = (settings: ReceiverSettings, secrets: ReceiverSecrets): SettingFault | null => {
  const { platform, payload, switches, deviceKey } = settings;
  if (platform !== "mapping") return foreignFault(settings, secrets);
  if (payload.kind !== "mapping")
    return fault(
      "/payload/kind",
      "The platform mapping has a payload of the kind mapping.",
      "映射接收的载荷类别应为 mapping。",
    );
  if (deviceKey !== "deviceId")
    return fault("/deviceKey", "A mapping says itself whose a push is: leave it out.", "设备由映射给出,请勿填写。");
  const wrong = chosenFault(payload, "in");
  if (wrong !== null) return { ...wrong, path: `/payload${wrong.path}` };
  const other = OTHER_MEMBERS.find((name) => payload[name] !== undefined);
  if (other !== undefined)
    return fault(
      `/payload/${other}`,
      "A mapping has none: it says it in its result.",
      "映射方式没有此项,应由映射结果给出。",
    );
  if (JSON.stringify(payload.parameters ?? {}).length > PARAMETERS_MAX)
    return fault("/payload/parameters", "16,384 characters of JSON at most.", "JSON 最长 16384 个字符。");
  const secretHeaders = [switches.header, switches.hmacHeader, "webhook-signature", "proxy-authorization"];
  const kept = (payload.headers ?? []).findIndex(
    (name) => OWN_HEADERS.test(name) || secretHeaders.some((one) => one?.toLowerCase() === name.toLowerCase()),
  );
  if (kept >= 0)
    return fault(
      `/payload/headers/${kept}`,
      "What proves who pushes is not kept, and no header that means something else.",
      "用于认证或另有用途的请求头不能供映射读取。",
    );
  return signingFault(settings, secrets);
};
