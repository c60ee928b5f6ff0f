import { protocolOf } from "./dialect.ts";
import type { Profile } from "./generated/types.ts";
import { finding, type ProfileError, pointerStep } from "./profile-error.ts";

const UPLOAD_FACTOR = 3;
/** EF-4.4.2, CP-3.4.2. Seconds. */
export const SILENCE_MAX_SECONDS = 21_600;

/** Silence after which a device of this profile is offline, seconds; the platform's own rule when nothing is known. */
export const offlineAfterSeconds = ({ presence }: Profile): number => {
  const { uploadSeconds, offlineAfterSeconds: own } = presence;
  return (
    own ?? Math.min(SILENCE_MAX_SECONDS, uploadSeconds === null ? SILENCE_MAX_SECONDS : UPLOAD_FACTOR * uploadSeconds)
  );
};

/** Findings about protocol, dialect, polling and presence that the schema cannot tell. */
export const checkTransport = (profile: Profile): readonly ProfileError[] => {
  const { protocol: id, dialect, options = {}, poll = [] } = profile.transport;
  const protocol = protocolOf(id);
  const errors: ProfileError[] = [];
  if (protocol === null) return errors;
  if (dialect !== undefined && !Object.hasOwn(protocol.dialects, dialect)) {
    const known = Object.keys(protocol.dialects).join(", ");
    errors.push(
      finding(
        "no-such",
        "/transport/dialect",
        `协议 ${id} 没有方言 ${dialect}。有:${known || "(没有方言,请去掉这一项)"}。`,
        `Protocol ${id} has no dialect ${dialect}. There are: ${known || "none; leave this out"}.`,
      ),
    );
  }
  for (const [name, value] of Object.entries(options)) {
    const option = Object.hasOwn(protocol.dialectOptions, name) ? protocol.dialectOptions[name] : undefined;
    const path = `/transport/options${pointerStep(name)}`;
    if (option === undefined) {
      const known = Object.keys(protocol.dialectOptions).join(", ");
      errors.push(
        finding(
          "no-such",
          path,
          `协议 ${id} 没有选项 ${name}。有:${known || "(没有)"}。`,
          `Protocol ${id} has no option ${name}. There are: ${known || "none"}.`,
        ),
      );
    } else if (!option.oneOf.includes(value)) {
      const values = option.oneOf.map((one) => JSON.stringify(one)).join(", ");
      errors.push(finding("bad-value", path, `${name} 只能是 ${values}。`, `${name} is one of ${values}.`));
    }
  }
  for (const [i, { command }] of poll.entries())
    if (!Object.hasOwn(profile.commands ?? {}, command))
      errors.push(
        finding(
          "no-such",
          `/transport/poll/${i}/command`,
          `commands 里没有 ${command}。请先写这条命令。`,
          `commands has no ${command}. Write that command first.`,
        ),
      );
  return [...errors, ...checkPresence(profile)];
};

const checkPresence = ({ presence }: Profile): readonly ProfileError[] => {
  const { uploadSeconds, offlineAfterSeconds: own, note } = presence;
  const errors: ProfileError[] = [];
  if (uploadSeconds === null && note === undefined)
    errors.push(
      finding(
        "missing",
        "/presence/note",
        "uploadSeconds 为 null 时,请在 note 里说明资料怎么写。",
        "uploadSeconds is null: say in note what the source has about it.",
      ),
    );
  if (uploadSeconds !== null && own !== undefined && own < uploadSeconds)
    errors.push(
      finding(
        "contradiction",
        "/presence/offlineAfterSeconds",
        `不能小于上报周期 ${uploadSeconds} 秒:设备会一直显示离线。`,
        `It cannot be below the upload period of ${uploadSeconds} s: the device would always be offline.`,
      ),
    );
  return errors;
};
