import { deviceTypes as deviceTypeList } from "@dianan/model";
import { type RuleFinding, type RuleForm, ruleFindings } from "../core/rule-form.ts";
import type { Finding } from "./problem.ts";
import type { TenantView } from "./tenant-view.ts";
import type { ThresholdPlace } from "./threshold-place.ts";

const wrong = (path: string, en: string, zh: string): RuleFinding => ({ path, message: { en, zh } });

const placeFindings = async (
  view: TenantView,
  place: ThresholdPlace,
  { componentId, deviceTypes }: RuleForm,
  path: string,
): Promise<readonly RuleFinding[]> => {
  const found: RuleFinding[] = [];
  const isDevice = place.level === "device";
  if (isDevice && deviceTypes !== undefined)
    found.push(
      wrong(`${path}/deviceTypes`, "A device's own rules are of that device.", "设备自身的规则不区分设备类型。"),
    );
  deviceTypes?.forEach((type, n) => {
    if (!Object.hasOwn(deviceTypeList, type))
      found.push(wrong(`${path}/deviceTypes/${n}`, "There is no such type of device.", "没有此设备类型。"));
  });
  if (componentId === undefined) return found;
  const component = isDevice ? await view.stored("component", componentId) : null;
  if (!isDevice)
    found.push(wrong(`${path}/componentId`, "Only a device's own rules name a component.", "仅设备级规则可指定部件。"));
  else if (component === null || component === "foreign" || component.body.deviceId !== place.id)
    found.push(wrong(`${path}/componentId`, "The device has no such component.", "该设备没有此部件。"));
  return found;
};

/** Two rules of one code that could both hold at one place. */
const areRivals = (one: RuleForm, other: RuleForm): boolean =>
  one.code === other.code &&
  one.componentId === other.componentId &&
  (one.deviceTypes === undefined ||
    other.deviceTypes === undefined ||
    one.deviceTypes.some((type) => other.deviceTypes?.includes(type)));

/** What is wrong with rules that are to be written at a level, beyond their shape. */
export const thresholdFindings = async (
  view: TenantView,
  place: ThresholdPlace,
  rules: readonly RuleForm[],
): Promise<readonly Finding[]> => {
  const found: RuleFinding[] = [];
  for (const [n, rule] of rules.entries()) {
    const path = `/rules/${n}`;
    found.push(...ruleFindings(rule, path), ...(await placeFindings(view, place, rule, path)));
    if (rules.slice(0, n).some((other) => areRivals(rule, other)))
      found.push(wrong(`${path}/code`, "Another rule of this level has this code.", "本级已有同名规则。"));
  }
  return found.map((one) => ({ ...one, clause: "EF-3.1" }));
};
