import type { AlarmType } from "@dianan/model";
import { componentTypes } from "./component-types.ts";

/**
 * What the fire bit (火警) and the fault bit (故障) of a component mean. The standard has one bit for both a fire and an
 * electrical-fire alarm; the component type tells which. A type that is not here reports a fire, and a device fault.
 */
export type ComponentMeaning = { readonly fire: AlarmType; readonly fault: AlarmType };

const sensor = (fire: AlarmType): ComponentMeaning => ({ fire, fault: "sensorFault" });
const otherwise: ComponentMeaning = { fire: "fireAlarm", fault: "deviceFault" };
const code = (slug: keyof typeof componentTypes): number => componentTypes[slug].code;

const meanings = new Map<number, ComponentMeaning>([
  [code("residualCurrentDetector"), sensor("residualCurrentOver")],
  [code("temperatureDetector"), sensor("temperatureOver")],
  ...(
    [
      "heatDetector",
      "pointHeat",
      "pointHeatS",
      "pointHeatR",
      "lineHeat",
      "lineHeatS",
      "lineHeatR",
      "fibreHeat",
    ] as const
  ).map((slug) => [code(slug), sensor("temperatureOver")] as const),
  ...(
    [
      "smokeDetector",
      "pointIonSmoke",
      "pointOpticalSmoke",
      "beamSmoke",
      "aspiratingSmoke",
      "combinedSmokeHeat",
    ] as const
  ).map((slug) => [code(slug), sensor("smokeAlarm")] as const),
  ...(
    [
      "combustibleGasDetector",
      "pointGasDetector",
      "standaloneGasDetector",
      "lineGasDetector",
      "manualCallPoint",
      "hydrantButton",
      "fireDetector",
      "combinedDetector",
      "combinedLightHeat",
      "combinedLightSmoke",
      "ultravioletFlame",
      "infraredFlame",
      "lightDetector",
      "gasDetector",
      "imageDetector",
      "soundDetector",
    ] as const
  ).map((slug) => [code(slug), sensor("fireAlarm")] as const),
]);

/** @param componentType - GB/T 26875.3-2011 table 5, 0 to 255 */
export const componentMeaning = (componentType: number): ComponentMeaning => meanings.get(componentType) ?? otherwise;
