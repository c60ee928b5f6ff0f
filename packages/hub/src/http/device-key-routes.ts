import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { DeviceKeyView, NewDeviceKey } from "../ports/device-keys.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type Problem, problem } from "./problem.ts";
import { withBody } from "./sign-in-routes.ts";

const KEYS = "/api/v1/devices/{id}/credentials";
const ENROLMENT = "/api/v1/uplink/enrolment";

/** Keys of devices and how they come to one (设备密钥与入网), SEC-DEV-15, SEC-DEV-16. */
export const deviceKeyRoutes = (deps: HttpDeps): readonly Route[] => {
  const { devices } = deps.machines;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const viewOf = ({ id, createdAt, lastUsedAt, revokedAt }: DeviceKeyView) => ({
    ...{ id, kind: "key", trust: "T2", createdAt: time(createdAt), expiresAt: null },
    ...{ lastUsedAt: time(lastUsedAt), revokedAt: time(revokedAt) },
  });
  const issued = ({ view, secret }: NewDeviceKey): Response =>
    json({ credential: viewOf(view), secret }, 201, {
      Location: `/api/v1/devices/${view.deviceId}/credentials/${view.id}`,
    });
  const full = (): Problem =>
    problem("in-use", "The device has five keys that work; revoke one first. 该设备已有五个有效密钥,请先吊销一个。");
  const notFound = (): Problem => problem("not-found", "There is no such device or key. 没有此设备或密钥。");
  /** Whether the caller sees the device. */
  const isThere = async ({ id, view }: Ask): Promise<boolean> => {
    const device = isRecordId(id) ? await view.stored("device", id) : null;
    return device !== null && device !== "foreign";
  };
  const who = ({ caller }: Ask): Caller => caller as Caller;

  return [
    {
      method: "GET",
      path: KEYS,
      handle: async (ask) =>
        (await isThere(ask)) ? json({ items: (await devices.list(ask.view.tenant, ask.id)).map(viewOf) }) : notFound(),
    },
    {
      method: "POST",
      path: KEYS,
      handle: async (ask) => {
        if (!(await isThere(ask))) return notFound();
        const key = await devices.issue(who(ask), ask.id, ask.circumstance);
        return key === "full" ? full() : issued(key);
      },
    },
    {
      method: "DELETE",
      path: `${KEYS}/{credentialId}`,
      handle: async (ask) => {
        const { credentialId = "" } = ask.params;
        const outcome =
          (await isThere(ask)) && (await devices.revoke(who(ask), ask.id, credentialId, ask.circumstance));
        return outcome === "done" ? new Response(null, { status: 204 }) : notFound();
      },
    },
    {
      method: "POST",
      path: "/api/v1/devices/{id}/enrolments",
      handle: async (ask) => {
        if (!(await isThere(ask))) return notFound();
        const { secret, expiresAt } = await devices.invite(who(ask), ask.id, ask.circumstance);
        return json({ deviceId: ask.id, secret, expiresAt: time(expiresAt) }, 201, {
          Location: `/api/v1/devices/${ask.id}/credentials`,
        });
      },
    },
    {
      method: "POST",
      path: ENROLMENT,
      open: true,
      handle: withBody<{ secret: string; publicKey?: string }>("POST", ENROLMENT, async (body, ask) => {
        if (body.publicKey !== undefined)
          return problem(
            "not-supported",
            "This hub issues keys, no certificates: leave publicKey out. 本平台只签发密钥,请去掉 publicKey。",
          );
        const key = await devices.enrol(body.secret, ask.circumstance);
        if (key === "full") return full();
        return key === null
          ? problem(
              "bad-credentials",
              "It is wrong, used or older than a day: ask for a new one. 入网密钥错误、已用或超过 24 小时,请重新申请。",
            )
          : issued(key);
      }),
    },
  ];
};
