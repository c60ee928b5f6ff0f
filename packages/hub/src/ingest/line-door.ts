import type { AcceptLink, LinkReader } from "../ports/device-link.ts";
import type { JsonObject } from "../ports/records.ts";
import { LINE_TEXT_MAX, lineText } from "./line-text.ts";
import type { RefusedFrames } from "./refused-frames.ts";

/** As `--lines` and wire addresses name a line; gateways send it in whatever case. */
const NAME = /^[a-z0-9][a-z0-9-]{0,30}$/;
const noName: JsonObject = {
  ...{ code: "no-registration", offset: 0, path: "", clause: "EF-N.1" },
  message: {
    zh: "网关连入后应先发送注册包:线路名,1 至 31 位字母、数字或连字符,与设备通信地址中的线路名一致",
    en: "A gateway that dials in first sends its registration packet: the name of its line as in wire addresses, 1 to 31 letters, digits or hyphens.",
  },
};

/**
 * The door for gateways that dial the hub (DTU): the first packet of each names the line behind it (注册包), and from then on it is
 * a line like one that the hub has dialled. Who names a line that is open takes it over: such a gateway has lost its former
 * connection.
 */
export const createLineDoor = (
  protocol: string,
  accept: (line: string) => AcceptLink,
  refused: Pick<RefusedFrames, "broken">,
): AcceptLink => {
  /** What ends the connection of each line. */ const open = new Map<string, () => void>();

  return (link): LinkReader => {
    let inner: LinkReader | null = null;
    let name = "";
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      if (open.get(name) === end) open.delete(name);
      inner?.closed();
    };

    const register = (chunk: Uint8Array): LinkReader | null => {
      const text = lineText(chunk)?.toLowerCase() ?? "";
      if (!NAME.test(text)) {
        refused.broken({ protocol, remote: link.remote }, chunk.slice(0, LINE_TEXT_MAX), noName);
        return null;
      }
      name = text;
      open.get(name)?.();
      open.set(name, end);
      return accept(name)(link);
    };

    return {
      read: (chunk) => {
        const nothing = { unfinished: false, valid: 0 };
        if (isOver) return nothing;
        if (inner === null) {
          inner = register(chunk);
          return nothing;
        }
        // A heartbeat, or the name once more. The rest of an answer could look alike: then it is asked again.
        return lineText(chunk) === null ? inner.read(chunk) : nothing;
      },
      isBusy: () => inner?.isBusy() ?? false,
      closed: end,
    };
  };
};
