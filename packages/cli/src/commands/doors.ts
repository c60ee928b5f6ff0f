import type { DoorConfig } from "@dianan/hub";

const ONE = /^([a-z0-9.-]+)=(?:(\[[0-9a-fA-F:.]+\]|[^:\s[\]]+):)?(\d{1,5})$/;
const PORT_MAX = 65_535;

/**
 * Reads `ykc=9011,ap3000=10.0.0.5:9012`: protocol, address (0.0.0.0 when left out) and port of each further door.
 *
 * @throws Error, in both languages, that names the part that does not fit
 */
export const parseDoors = (text: string): readonly DoorConfig[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, protocol, host = "0.0.0.0", port] = ONE.exec(part) ?? [];
      if (protocol === undefined || Number(port) > PORT_MAX)
        throw new Error(
          `--doors: "${part}" 应为 协议=端口 或 协议=地址:端口,如 ykc=9011; it is protocol=port or protocol=address:port, such as ykc=9011`,
        );
      return { protocol, host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
    });
