import { protocols } from "@dianan/codec";
import { alarmClasses, alarmTypes, type CodeTable, deviceTypes, quantities } from "@dianan/model";

const listOf = (zh: string, en: string, slugs: readonly string[]) => ({
  title: zh,
  description: `${zh}。 ${en}.`,
  enum: slugs,
});
const ofTable = (zh: string, en: string, table: CodeTable) => listOf(zh, en, Object.keys(table));

/** The code lists that a profile may use, as specs/profiles/codes.schema.json has them: they follow the tables of model and codec. */
export const codesSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://github.com/dianan/dianan/specs/profiles/codes.schema.json",
  title: "设备档案用到的代码表",
  description: "由代码表生成,勿改。 Generated from the code tables, do not edit.",
  $defs: {
    protocol: listOf("协议标识", "Id of a protocol", Object.keys(protocols)),
    quantity: ofTable("测量量", "Quantity", quantities),
    alarmType: ofTable("报警类型", "Alarm type", alarmTypes),
    alarmClass: ofTable("告警类别", "Class of an alarm", alarmClasses),
    deviceType: ofTable("设备类型", "Device type", deviceTypes),
  },
} as const;
