import type { LineConfig } from "@dianan/hub";

const ONE = /^([a-z0-9][a-z0-9-]{0,30})=([a-z0-9-]+):\/\/(\[[0-9a-fA-F:.]+\]|[^:/\s[\]@]+):(\d{1,5})$/;
const PORT_MAX = 65_535;

/**
 * Reads `plc1=modbus-tcp://10.20.0.5:502`: name, protocol, address and port of each gateway that the hub calls.
 *
 * @throws Error, in both languages, that names the part that does not fit
 */
export const parseLines = (text: string): readonly LineConfig[] => {
  const lines = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, name, protocol, host, port] = ONE.exec(part) ?? [];
      if (
        name === undefined ||
        protocol === undefined ||
        host === undefined ||
        Number(port) < 1 ||
        Number(port) > PORT_MAX
      )
        throw new Error(
          `--lines: "${part}" 应为 名称=协议://地址:端口,如 plc1=modbus-tcp://10.20.0.5:502; it is name=protocol://host:port, such as plc1=modbus-tcp://10.20.0.5:502`,
        );
      return { name, protocol, host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
    });
  const twice = lines.find(({ name, protocol }, at) =>
    lines.slice(0, at).some((one) => one.name === name && one.protocol === protocol),
  );
  if (twice !== undefined) throw new Error(`--lines: 名称 ${twice.name} 重复; the name ${twice.name} is there twice`);
  return lines;
};
