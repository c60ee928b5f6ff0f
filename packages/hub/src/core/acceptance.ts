import { alarmText, isAlarmType, type Words } from "@dianan/model";
import { forbiddenMember, isChargingDevice, shortWarranties } from "./installation.ts";

type Body = { readonly [member: string]: unknown };
type Named = { readonly id: string; readonly body: Body };

/** What is known of a device of the unit. */
export type AcceptedDevice = Named & {
  /** Those of its components that have a fault. */ readonly faulty: readonly Named[];
  /** Its installation file; null: none was written. */ readonly installation: Body | null;
  /** Its registered model; null: it names none that is there. */ readonly model: Body | null;
};

/** An alarm that stands. */
export type OpenAlarm = Named & {
  /** Its hazard was found: somebody gave written advice, or rectified it. */ readonly isTraced: boolean;
};

/** What is known of a unit that is to be accepted. */
export type AcceptanceFacts = {
  readonly hasOperator: boolean;
  readonly devices: readonly AcceptedDevice[];
  /** Alarms of the unit that stand, of whatever class. */ readonly openAlarms: readonly OpenAlarm[];
  /** `YYYY-MM-DD`. */ readonly today: string;
};

/** One thing that is not as it should be; what is blocking keeps the unit from being accepted. */
export type AcceptanceFinding = Words & {
  readonly reason: string;
  readonly isBlocking: boolean;
  readonly requirement: string;
  readonly deviceId: string | null;
  readonly componentId: string | null;
  readonly alarmId: string | null;
};

type Place = Partial<Pick<AcceptanceFinding, "deviceId" | "componentId" | "alarmId">>;

const finding = (
  reason: string,
  isBlocking: boolean,
  requirement: string,
  { deviceId = null, componentId = null, alarmId = null }: Place,
  words: Words,
): AcceptanceFinding => ({ reason, isBlocking, requirement, deviceId, componentId, alarmId, ...words });

const nameOf = ({ id, body }: Named): string => (typeof body.name === "string" ? `${body.name} (${id})` : id);

const faultsOf = (device: AcceptedDevice): readonly AcceptanceFinding[] => {
  const requirement = isChargingDevice(device.body.type) ? "CP-4.1" : "EF-5.1";
  const { status, presence } = device.body;
  const name = nameOf(device);
  const found: AcceptanceFinding[] = [];
  const add = (reason: string, place: Place, words: Words): void =>
    void found.push(finding(reason, true, requirement, { deviceId: device.id, ...place }, words));
  if (status === "fault") add("deviceFault", {}, { en: `${name} has a fault`, zh: `${name} 存在故障` });
  if (status === "offline" || presence === "offline" || presence === "timedOut")
    add("deviceOffline", {}, { en: `${name} is offline`, zh: `${name} 离线` });
  for (const part of device.faulty)
    add(
      "componentFault",
      { componentId: part.id },
      { en: `${nameOf(part)} of ${name} has a fault`, zh: `${name} 的部件 ${nameOf(part)} 存在故障` },
    );
  return found;
};

const installationFindings = (device: AcceptedDevice): readonly AcceptanceFinding[] => {
  const isCharging = isChargingDevice(device.body.type);
  const name = nameOf(device);
  const add = (reason: string, requirement: string, en: string, zh: string, isBlocking = false): AcceptanceFinding =>
    finding(reason, isBlocking, requirement, { deviceId: device.id }, { en: `${name}: ${en}`, zh: `${name}:${zh}` });
  const file = device.installation;
  const filed = isCharging ? "CP-4.3" : "EF-5.2";
  if (file === null) return [add("noInstallationFile", filed, "no installation file", "未建立安装档案")];
  const found: AcceptanceFinding[] = [];
  if (isCharging && forbiddenMember(file) !== null)
    found.push(add("forbiddenPlace", "CP-1.4", "charging is forbidden where it stands", "安装部位禁止充电", true));
  if (!isCharging && file.isWiringChecked !== true)
    found.push(add("wiringNotChecked", "EF-5.6", "the wiring was not checked before", "安装前未检测线路"));
  if (!Array.isArray(file.protection) || file.protection.length === 0)
    found.push(add("noProtection", "EF-3.2", "no protection is recorded", "未登记防护措施"));
  const installers = (Array.isArray(file.installers) ? file.installers : []) as readonly Body[];
  const qualified = isCharging ? "CP-4.4" : "EF-5.7";
  if (installers.length === 0) found.push(add("noInstaller", qualified, "no installer is recorded", "未登记安装人员"));
  if (installers.some((one) => one.isElectrician !== true && typeof one.accompaniedBy !== "string"))
    found.push(
      add(
        "unqualifiedInstaller",
        qualified,
        "an installer is no electrician and none was present",
        "有安装人员非持证电工且无电工在场",
      ),
    );
  if (shortWarranties(file).length > 0)
    found.push(add("shortWarranty", filed, "a warranty is shorter than it must be", "质保期短于规定"));
  return found;
};

const modelFindings = (device: AcceptedDevice, today: string): readonly AcceptanceFinding[] => {
  const requirement = isChargingDevice(device.body.type) ? "CP-1.1" : "EF-1.1";
  const name = nameOf(device);
  const place = { deviceId: device.id };
  if (device.model === null)
    return [
      finding("noModel", false, requirement, place, {
        en: `${name} names no registered model`,
        zh: `${name} 未指明已登记的型号`,
      }),
    ];
  const certificates = (Array.isArray(device.model.certificates) ? device.model.certificates : []) as readonly Body[];
  return certificates.some(({ validUntil }) => typeof validUntil === "string" && validUntil >= today)
    ? []
    : [
        finding("noCertificate", false, requirement, place, {
          en: `The model of ${name} has no certificate that is valid today`,
          zh: `${name} 的型号没有现行有效的证书`,
        }),
      ];
};

const alarmFinding = ({ id, body, isTraced }: OpenAlarm): AcceptanceFinding | null => {
  const isFault = body.class === "fault" || body.class === "offline";
  if (!isFault && body.class !== "alarm" && body.class !== "warning") return null;
  // EF-5.1 asks of an alarm that the unit caused for its hazard and advice; a fault of a device must be gone.
  if (!isFault && isTraced) return null;
  const place = {
    alarmId: id,
    deviceId: typeof body.deviceId === "string" ? body.deviceId : null,
    componentId: typeof body.componentId === "string" ? body.componentId : null,
  };
  const type = String(body.type);
  const words = isAlarmType(type) ? alarmText(type) : { en: type, zh: type };
  const what = isFault
    ? { en: `${words.en} stands`, zh: `${words.zh}未消除` }
    : { en: `${words.en} stands: trace its hazard and advise`, zh: `${words.zh}未消除:须排查隐患并出具整改建议` };
  return finding(isFault ? "openFault" : "openAlarm", true, "EF-5.1", place, what);
};

/**
 * What stands against the acceptance of a unit (验收), EF-5.1, CP-4.1: every fault and every alarm that is open, each by itself,
 * then what else is not as the plan asks. A unit is ready when none of them is blocking.
 */
export const acceptanceFindings = ({
  hasOperator,
  devices,
  openAlarms,
  today,
}: AcceptanceFacts): readonly AcceptanceFinding[] => {
  const found: AcceptanceFinding[] = [];
  if (devices.length === 0)
    found.push(finding("noDevices", true, "EF-5.1", {}, { en: "The unit has no device", zh: "单位没有设备" }));
  if (!hasOperator)
    found.push(finding("noOperator", true, "EF-5.10", {}, { en: "The unit has no operator", zh: "未落实运维机构" }));
  for (const device of devices) found.push(...faultsOf(device));
  found.push(...openAlarms.map(alarmFinding).filter((one) => one !== null));
  for (const device of devices) found.push(...installationFindings(device), ...modelFindings(device, today));
  return [...found.filter(({ isBlocking }) => isBlocking), ...found.filter(({ isBlocking }) => !isBlocking)];
};
