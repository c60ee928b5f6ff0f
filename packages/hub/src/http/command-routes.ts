import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { CommandFault, CommandRecord, SeesCommand } from "../ports/commands.ts";
import type { CommandAction } from "../ports/device-command.ts";
import type { JsonObject } from "../ports/records.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { shownActor } from "./record-actor.ts";
import { readBody } from "./request-body.ts";

type Draft = {
  readonly action: CommandAction;
  readonly componentId?: string;
  readonly parameters?: JsonObject;
  readonly reason: string;
  readonly expiresInSeconds?: number;
  readonly confirmName?: string;
};

const SEND = "/api/v1/devices/{id}/commands";
const CANCEL = "/api/v1/commands/{id}/cancel";
const EXPIRES_S = 3_600;

const noDevice = (): Problem => problem("not-found", "There is no device with this id. 没有此 id 的设备。");
const noCommand = (): Problem => problem("not-found", "There is no command with this id. 没有此 id 的命令。");

const faultProblem = (fault: CommandFault): Problem => {
  switch (fault.fault) {
    case "not-supported":
      return problem("not-supported", `${fault.words.en} ${fault.words.zh}`);
    case "invalid":
      return invalid(fault.path, fault.words.en, fault.words.zh);
    case "trust-too-low":
      return problem(
        "trust-too-low",
        "The device's connection proves nothing (T0), and your organisation has not allowed it: see /api/v1/command-policy. 设备接入为 T0,且租户未书面授权,见 /api/v1/command-policy。",
      );
    case "name-not-typed":
      return problem(
        "name-not-typed",
        "confirmName must be the name of the device's unit. confirmName 须为设备所属单位名称。",
      );
    case "full":
      return problem(
        "wrong-state",
        "20 commands wait for this device already: wait, or cancel one. 该设备已有 20 条命令等待,请稍候或取消。",
      );
  }
};

/** Commands to devices (设备命令), SEC-DEV-14. */
export const commandRoutes = (deps: HttpDeps): readonly Route[] => {
  const { commands } = deps;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));

  const viewOf = async (ask: Ask, command: CommandRecord) => {
    const { unitId: _, askedBy, askedAt, approvedBy, expiresAt, sentAt, endedAt, ...rest } = command;
    return {
      ...rest,
      askedBy: await shownActor(deps, ask, askedBy),
      askedAt: time(askedAt),
      approvedBy: approvedBy === null ? null : await shownActor(deps, ask, approvedBy),
      expiresAt: time(expiresAt),
      sentAt: time(sentAt),
      endedAt: time(endedAt),
      nextContactAt: time(commands.nextContactAt(command)),
    };
  };
  /** By the unit that its device was in: what a device did for one unit is not its next one's. */
  const seesIn =
    ({ view }: Ask): SeesCommand =>
    ({ deviceId, unitId }) =>
      view.sees({ kind: "device", id: deviceId, body: { unitId } });

  const send = async (ask: Ask): Promise<Response | Problem> => {
    // Before anything is said of the body: whoever may not see it learns nothing of it.
    const device = isRecordId(ask.id) ? await ask.view.record("device", ask.id) : null;
    if (device === null || device.deleted) return noDevice();
    const body = await readBody<Draft>(ask.request, "POST", SEND);
    if (!body.ok) return body.error;
    const { action, componentId, parameters = {}, reason, expiresInSeconds = EXPIRES_S, confirmName } = body.value;
    const component = componentId === undefined ? null : await ask.view.record("component", componentId);
    if (componentId !== undefined && (component === null || component.deleted || component.body.deviceId !== ask.id))
      return invalid("/componentId", "The device has no such component.", "该设备没有此部件。");
    const unitId = String(device.body.unitId ?? "");
    const unit = await ask.view.record("unit", unitId);
    const asked = await commands.ask(
      who(ask),
      {
        device: {
          ...{ id: ask.id, unitId, profileId: String(device.body.profileId ?? "") },
          protocol: device.body.wireAddress ? String(device.body.protocol ?? "") : "",
        },
        unitName: String(unit?.body.name ?? ""),
        component: component === null ? null : { id: component.id, key: String(component.body.componentKey ?? "") },
        ...{ action, parameters, reason, expiresInMs: expiresInSeconds * 1_000, confirmName: confirmName ?? null },
      },
      ask.circumstance,
    );
    if ("fault" in asked) return faultProblem(asked);
    return json(await viewOf(ask, asked), 202, { Location: `/api/v1/commands/${asked.id}` });
  };

  const list = async (ask: Ask): Promise<Response | Problem> => {
    const asked = readPageAsk(ask.url, "command", ["deviceId", "unitId"], ["state"]);
    if (!asked.ok) return asked.error;
    const { after, limit, ...filter } = asked.value;
    // The words of `state` are those of the document, which has been asked already.
    const wanted = { ...filter, state: ask.url.searchParams.get("state") };
    const page = await commands.list(ask.view.tenant, wanted, seesIn(ask), after, limit);
    const items = await Promise.all(page.items.map((one) => viewOf(ask, one)));
    return pageAnswer(ask.url, "command", items, page.next);
  };

  return [
    { method: "POST", path: SEND, handle: send },
    { method: "GET", path: "/api/v1/commands", handle: list },
    {
      method: "GET",
      path: "/api/v1/commands/{id}",
      handle: async (ask) => {
        const command = isRecordId(ask.id) ? await commands.find(ask.view.tenant, ask.id) : null;
        if (command === null || !(await seesIn(ask)(command))) return noCommand();
        return json(await viewOf(ask, command));
      },
    },
    {
      method: "POST",
      path: "/api/v1/commands/{id}/approve",
      handle: async (ask) => {
        if (!isRecordId(ask.id)) return noCommand();
        const done = await commands.approve(who(ask), ask.id, seesIn(ask), ask.circumstance);
        if (done === "absent") return noCommand();
        if (done === "same-person")
          return problem("same-person", "Whoever asked for it does not approve it. 申请人不得自行复核。");
        if (done === "wrong-state")
          return problem("wrong-state", "It does not wait for approval, or no longer. 该命令不在待复核状态。");
        return json(await viewOf(ask, done));
      },
    },
    {
      method: "POST",
      path: CANCEL,
      handle: async (ask) => {
        const found = isRecordId(ask.id) ? await commands.find(ask.view.tenant, ask.id) : null;
        if (found === null || !(await seesIn(ask)(found))) return noCommand();
        const body = await readBody<{ reason: string }>(ask.request, "POST", CANCEL);
        if (!body.ok) return body.error;
        const done = await commands.cancel(who(ask), ask.id, body.value.reason, seesIn(ask), ask.circumstance);
        if (done === "absent") return noCommand();
        if (done === "wrong-state")
          return problem("wrong-state", "It was sent already, or has ended. 命令已下发或已结束,不能取消。");
        return json(await viewOf(ask, done));
      },
    },
  ];
};
