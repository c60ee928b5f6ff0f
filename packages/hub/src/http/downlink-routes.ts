import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { CommandAsker, CommandReport, FetchedCommand } from "../ports/commands.ts";
import { JSON_PROTOCOL } from "../ports/uplink.ts";
import { hexOf } from "./frame-answer.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";
import { readBody } from "./request-body.ts";
import { DOWNLINK_RESULT as RESULT } from "./uplink-message.ts";

/** Whose commands are asked for: the device of the key. */
export const askerOf = ({ caller, view, source }: Ask): CommandAsker => ({
  ...{ tenant: view.tenant, deviceId: caller?.actor.replace(/^device:/, "") ?? "", remote: `${source}:0` },
});

/** A command as the document has it for devices. */
export const commandView =
  (utcOffsetMinutes: number) =>
  ({ bytes, expiresAt, ...rest }: FetchedCommand) => ({
    ...rest,
    hex: rest.protocol === JSON_PROTOCOL ? null : hexOf(bytes),
    expiresAt: offsetTime(expiresAt, utcOffsetMinutes),
  });

/** Commands that devices and gateways ask for over HTTP (命令领取), and what became of them. */
export const downlinkRoutes = (deps: HttpDeps): readonly Route[] => {
  const { devices } = deps.commands;
  const viewOf = commandView(deps.utcOffsetMinutes);

  return [
    {
      method: "GET",
      path: "/api/v1/uplink/commands",
      handle: async (ask) => {
        const waitMs = Number(ask.url.searchParams.get("wait") ?? 0) * 1_000;
        return json({ items: (await devices.fetch(askerOf(ask), waitMs, ask.request.signal)).map(viewOf) });
      },
    },
    {
      method: "POST",
      path: RESULT,
      handle: async (ask) => {
        const absent = () => problem("not-found", "There is no such command for this device. 该设备没有此命令。");
        const asker = askerOf(ask);
        const command = isRecordId(ask.id) ? await deps.commands.find(ask.view.tenant, ask.id) : null;
        if (command === null || !devices.carries(asker, command.deviceId)) return absent();
        const body = await readBody<{ outcome: CommandReport["outcome"]; text?: string }>(ask.request, "POST", RESULT);
        if (!body.ok) return body.error;
        const { outcome, text = "" } = body.value;
        const done = await devices.report(asker, ask.id, { outcome, text }, ask.circumstance);
        if (done === "absent") return absent();
        if (done === "wrong-state")
          return problem(
            "wrong-state",
            "Fetch it first; or it has ended otherwise, and stays so. 请先领取;或命令已另有结果,不再改变。",
          );
        return new Response(null, { status: 204 });
      },
    },
  ];
};
