import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import type { Delivery } from "../ports/webhook-store.ts";
import { nextBatch, OBJECTS_MAX, statusOf } from "./batch.ts";

const place = { systemType: 1, systemAddress: 1, componentType: 17, componentAddress: 5 };
const report = (open: readonly string[], changedAt = Date.UTC(2026, 10, 20)) =>
  ({
    deviceId: "d",
    componentId: "k",
    unitId: "u",
    name: "配电箱",
    place,
    open,
    changedAt: changedAt as Instant,
  }) as never;
let sequence = 0;
const delivery = (subject: string, ...open: readonly string[]): Delivery =>
  ({ sequence: ++sequence, subject, data: report(open) }) as unknown as Delivery;
const order = (batch: readonly Delivery[]) =>
  batch.map(({ subject, data }) => `${subject}:${String(data?.open).replaceAll(",", "+")}`);

test("GB 26875.1 4.1.2.3: fire goes before all else, behind what came earlier of the same component and before what came later", () => {
  const waiting = [
    delivery("k1", "sensorFault"),
    delivery("k2", "sensorFault"),
    delivery("k1"),
    delivery("k2", "residualCurrentOver"),
    delivery("k2"),
    delivery("k3", "residualCurrentOver"),
  ];
  expect(order(nextBatch(waiting, 22))).toEqual([
    ...["k2:sensorFault", "k2:residualCurrentOver", "k3:residualCurrentOver"],
    ...["k1:sensorFault", "k1:", "k2:"],
  ]);
  expect(order(nextBatch(waiting, 2))).toEqual(["k2:sensorFault", "k2:residualCurrentOver"]);
});

test("figure 7: at most 22 objects, in their order; nothing is made of nothing", () => {
  const waiting = Array.from({ length: 30 }, (_, n) => delivery(`k${n}`, "sensorFault"));
  expect(nextBatch(waiting, OBJECTS_MAX)).toEqual(waiting.slice(0, 22));
  expect(nextBatch([], OBJECTS_MAX)).toEqual([]);
});

test("figure 17: a time that no label holds is told as the nearest that one does, so that the state is told all the same", () => {
  expect(statusOf(report([], 0), 480).time).toMatchObject({ year: 2000 });
  expect(statusOf(report([], Date.UTC(2200, 0)), 480).time).toMatchObject({ year: 2099 });
});
