import { isRecordId } from "@dianan/model";
import { forbiddenMember, isChargingDevice, withWarranties } from "../core/installation.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Sheet } from "../ports/registry.ts";
import type { Ask, HttpDeps, Route } from "./http-deps.ts";
import { keptFiles, type NamedFile } from "./kept-files.ts";
import { maskedPersons, wholePersons } from "./person-lists.ts";
import { type Finding, invalid, type Problem, problem } from "./problem.ts";
import { readBody } from "./request-body.ts";
import { sheetChanged, sheetRead, sheetVersion, withMeta } from "./sheet-answers.ts";

const PATH = "/api/v1/devices/{id}/installation";
const installerMembers = { names: ["name", "accompaniedBy"], numbers: ["certificate"] } as const;

const installersOf = (file: JsonObject | undefined): readonly JsonObject[] =>
  Array.isArray(file?.installers) ? (file.installers as readonly JsonObject[]) : [];

const filesOf = (file: JsonObject | undefined): readonly NamedFile[] =>
  Array.isArray(file?.files) ? file.files.map((id, n) => ({ id: String(id), path: `/files/${n}` })) : [];

const notFound = (): Problem => problem("not-found", "There is no such device. 没有此设备。");

/** What CP-1.4 says of where a charging device stands. */
const placeProblem = (type: unknown, file: JsonObject): Problem | null => {
  if (!isChargingDevice(type)) return null;
  const member = forbiddenMember(file);
  if (member !== null) {
    const error: Finding = {
      path: `/${member}`,
      code: "forbidden-place",
      clause: "CP-1.4",
      message: {
        en: "No charging in evacuation walkways, stairwells or safety exits: move the charging place.",
        zh: "疏散走道、楼梯间、安全出口不得设置充电点,请另选位置。",
      },
    };
    return problem(
      "forbidden-place",
      "No charging in evacuation walkways, stairwells or safety exits (CP-1.4). 疏散走道、楼梯间、安全出口不得设置充电点。",
      { errors: [error] },
    );
  }
  return typeof file.spot === "string"
    ? null
    : invalid("/spot", "A charging device says where it stands (CP-1.4).", "充电设备须填写安装部位(CP-1.4)。");
};

const moneyProblem = ({ investmentFen, ownShareFen }: JsonObject): Problem | null =>
  typeof ownShareFen === "number" && !(typeof investmentFen === "number" && ownShareFen <= investmentFen)
    ? invalid("/ownShareFen", "It is a part of investmentFen.", "单位自筹不得超过投资额。")
    : null;

/** The installation file of a device (安装档案): EF-3.2, EF-5.2, EF-5.6, EF-5.7, CP-1.4, CP-4.3, CP-4.4. */
export const installationRoutes = (deps: HttpDeps): readonly Route[] => {
  const { sheets } = deps.registry;
  const shown =
    ({ view }: Ask) =>
    (sheet: Sheet): unknown => {
      const installers = installersOf(sheet.body);
      const masked = { ...sheet.body, installers: maskedPersons(installers, installerMembers) };
      const body = installers.length === 0 ? sheet.body : view.person(sheet.body, masked);
      return withMeta(sheet, body, deps.utcOffsetMinutes);
    };

  const put = async (ask: Ask): Promise<Response | Problem> => {
    const { request, id, view, caller, circumstance } = ask;
    const device = isRecordId(id) ? await view.stored("device", id) : null;
    if (device === null || device === "foreign") return notFound();
    const found = await sheets.find(view.tenant, "installation", id);
    const version = sheetVersion(ask, found);
    if (typeof version !== "number") return version;
    const sent = await readBody<JsonObject>(request, "PUT", PATH);
    if (!sent.ok) return sent.error;
    if (sent.value.deviceId !== id)
      return problem("id-mismatch", "deviceId is the id of the address. deviceId 应与地址中的一致。");
    const { version: _version, updatedAt: _updatedAt, ...file } = sent.value;
    const refusal = placeProblem(device.body.type, file) ?? moneyProblem(file);
    if (refusal !== null) return refusal;
    const installers = wholePersons(installersOf(file), installersOf(found?.body), installerMembers, "/installers");
    if (!installers.ok)
      return problem("invalid", "Masked values are not stored. 脱敏后的内容不予保存。", { errors: installers.error });
    const body = withWarranties(file.installers === undefined ? file : { ...file, installers: installers.value });
    const also = await keptFiles(deps, ask, `installation:${id}`, filesOf(found?.body), filesOf(file));
    if ("kind" in also) return also;
    const outcome = await sheets.put(caller as Caller, "installation", id, version, body, also, circumstance);
    return sheetChanged(outcome, shown(ask));
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: async (ask) => {
        const { id, view } = ask;
        const device = isRecordId(id) ? await view.stored("device", id) : null;
        if (device === null || device === "foreign") return notFound();
        const sheet = await sheets.find(view.tenant, "installation", id);
        if (sheet === null)
          return problem("not-found", "The device has no installation file yet. 该设备尚无安装档案。");
        return sheetRead(ask, sheet, shown(ask));
      },
    },
    { method: "PUT", path: PATH, handle: put },
  ];
};
