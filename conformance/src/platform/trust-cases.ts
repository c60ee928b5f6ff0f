import { setTimeout as sleep } from "node:timers/promises";
import { type Finding, Unmet } from "../case.ts";
import { first, judgeStatus, membersOf, wrong } from "./answers.ts";
import { spoilt, stateOf } from "./door-frames.ts";
import { alarmOf, alarmsOf, begun, confirmed, QUIET_MS } from "./door-judge.ts";
import { type PlatformCase, refuses } from "./platform-case.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const COMPONENT = "loop-1";
const TYPE = "residualCurrentOver";
const EVENTS = "/api/v1/uplink/events";

/** A device with a key of its own; its address is a number, as those at the door are. */
const keyed = async (seat: PlatformSeat) => {
  const address = seat.wireAddress();
  const device = await seat.record("device", { protocol: "json", wireAddress: String(address) });
  await seat.need("device", device);
  const id = String(device.id);
  const { secret } = membersOf(await seat.ask("POST", `/api/v1/devices/${id}/enrolments`));
  const enrolled = await seat.ask("POST", "/api/v1/uplink/enrolment", { key: null, body: { secret } });
  const { secret: key } = membersOf(enrolled);
  if (typeof key !== "string")
    throw new Unmet(`设备没有得到密钥 / the device got no key: ${enrolled.text.slice(0, 300)}`);
  return { id, address, key };
};

const says = (seat: PlatformSeat, key: string | null, sequence: number, present: boolean): Promise<Answer> =>
  seat.ask("POST", EVENTS, { key, body: { sequence, conditions: [{ component: COMPONENT, type: TYPE, present }] } });

/** Such a device in alarm. */
const burning = async (seat: PlatformSeat) => {
  const device = await keyed(seat);
  const said = await says(seat, device.key, 1, true);
  const alarm = await alarmOf(seat, device.id);
  if (alarm === null)
    throw new Unmet(`设备没有告警 / the device has no alarm: ${said.status} ${said.text.slice(0, 300)}`);
  return device;
};

const isUntouched = (alarm: { readonly [member: string]: unknown } | undefined): boolean =>
  alarm?.state === "raised" && (alarm.recoveredAt ?? null) === null && (alarm.clearedAt ?? null) === null;

/** The alarm is as it was; null when it is. */
const stands = async (seat: PlatformSeat, id: string): Promise<Finding | null> => {
  // Another device's alarm behind it: when that is seen, the forged recovery was dealt with.
  await burning(seat);
  const page = await seat.get(`/api/v1/alarms?deviceId=${id}`);
  const alarms = await alarmsOf(seat, id);
  return alarms.length === 1 && isUntouched(alarms[0])
    ? null
    : wrong("accepted", "state raised, neither recovered nor cleared", page);
};

const forged: readonly PlatformCase[] = [
  refuses(
    "trust/no-key",
    "API-TRUST-01",
    ["不带密钥的恢复不改变告警", "a recovery without a key changes no alarm"],
    async (seat) => {
      const { id } = await burning(seat);
      return first(judgeStatus(await says(seat, null, 2, false), 401), await stands(seat, id));
    },
    { needs: ["uplink"] },
  ),
  refuses(
    "trust/platform-key",
    "API-TRUST-01",
    ["平台密钥不能代替设备上报恢复", "a platform's key does not speak for a device"],
    async (seat) => {
      const { id } = await burning(seat);
      return first(judgeStatus(await says(seat, seat.options.key, 2, false), 401, 403), await stands(seat, id));
    },
    { needs: ["uplink"] },
  ),
  refuses(
    "trust/another-device",
    "API-TRUST-01",
    ["其他设备的恢复不改变告警", "the recovery of another device changes no alarm"],
    async (seat) => {
      const { id } = await burning(seat);
      await says(seat, (await keyed(seat)).key, 2, false);
      return stands(seat, id);
    },
    { needs: ["uplink"] },
  ),
  refuses(
    "trust/another-protocol",
    "API-TRUST-01",
    ["同一通信地址、其他协议的恢复帧不改变告警", "a recovery of the same address by another protocol changes no alarm"],
    async (seat) => {
      const { id, address } = await burning(seat);
      const wire = await seat.wire();
      wire.send(stateOf(seat, address, 5, false));
      await sleep(QUIET_MS);
      return stands(seat, id);
    },
    { needs: ["uplink", "door"] },
  ),
];

const broken: readonly (readonly [name: string, spoil: (bytes: Uint8Array) => Uint8Array])[] = [
  ["checksum", (bytes) => spoilt(bytes, bytes.length - 3, (byte) => byte + 1)],
  ["end", (bytes) => bytes.with(bytes.length - 1, 0x24)],
  ["bit", (bytes) => spoilt(bytes, 36, (byte) => byte ^ 1)],
];

/** Recoveries that are not the device's own (SEC-DEV-03). */
export const trustCases: readonly PlatformCase[] = [
  ...forged,
  ...broken.map(([name, spoil]) =>
    refuses(
      `trust/broken-${name}`,
      "API-TRUST-01",
      [`损坏的恢复帧不改变告警:${name}`, `a recovery in a broken frame changes no alarm: ${name}`],
      async (seat) => {
        const { id, address, wire, bytes } = await begun(seat);
        const bad = await confirmed(wire, bytes, 5);
        if (bad !== null) return bad;
        await alarmOf(seat, id);
        wire.send(spoil(stateOf(seat, address, 6, false)));
        await sleep(QUIET_MS);
        const behind = await begun(seat);
        const last = await confirmed(behind.wire, behind.bytes, 5);
        if (last !== null) return last;
        const [alarm] = await alarmsOf(seat, id);
        return isUntouched(alarm)
          ? null
          : wrong(
              "accepted",
              "state raised, neither recovered nor cleared",
              await seat.get(`/api/v1/alarms?deviceId=${id}`),
            );
      },
      { needs: ["door"] },
    ),
  ),
];
