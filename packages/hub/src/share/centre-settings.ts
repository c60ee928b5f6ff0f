import { fault, type SettingFault } from "../core/setting-fault.ts";
import type { CentreSettings } from "../ports/centre.ts";
import type { DestinationDraft, DestinationSettings } from "../ports/sharing.ts";
import type { Credentials } from "./settings.ts";

const ADDRESS = /^gb26875:\/\/([^/?#@\\\s]+:[0-9]{1,5})\/?$/i;

/** The address of a fire centre in its one spelling; null for one that is none. */
export const centreUrl = (text: string): string | null => {
  const place = ADDRESS.exec(text)?.[1];
  const url = place === undefined ? null : URL.parse(`http://${place}`);
  const port = place?.slice(place.lastIndexOf(":"));
  return url === null ? null : `gb26875://${url.hostname}${port}`;
};

/** What a person left out is as the standard or the usual installation has it. */
export const wholeCentre = (centre: NonNullable<DestinationDraft["centre"]>): CentreSettings => ({
  ...{ centreAddress: 0, unitIds: [], systemType: 1, systemAddress: 1 },
  ...{ heartbeatSeconds: 30, answerSeconds: 10, resends: 3 },
  ...centre,
});

/** Checks a destination of the form `gb26875`, beyond its schema. */
export const centreFault = (
  { url, kinds, rate, personalData, agreement, centre }: DestinationSettings,
  { secret, headers }: Credentials,
): SettingFault | null => {
  if (centreUrl(url) === null)
    return fault("/url", "gb26875://host:port and nothing else.", "应为 gb26875://主机:端口。");
  if (centre === null)
    return fault(
      "/centre",
      "A fire centre needs at least the source address that it has given this hub.",
      "请至少填写监控中心分配的源地址。",
    );
  if (kinds.length !== 1 || kinds[0] !== "alarm")
    return fault("/kinds", 'A fire centre takes alarms only: ["alarm"].', '消防监控中心仅接收告警:["alarm"]。');
  if (rate !== null)
    return fault("/rate", "One exchange at a time, as the centre confirms: it has no rate.", "逐条确认发送,不设速率。");
  if (personalData !== "masked" || agreement !== null)
    return fault("/personalData", "Nothing of persons goes there: masked.", "不向其提供个人信息,应为 masked。");
  if (secret !== null) return fault("/secret", "The protocol has no signature.", "该协议没有签名。");
  if (Object.keys(headers).length > 0) return fault("/headers", "The protocol has no headers.", "该协议没有请求头。");
  return null;
};
