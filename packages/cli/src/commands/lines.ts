import type { LineConfig } from "@dianan/hub";

const ONE =
  /^([a-z0-9][a-z0-9-]{0,30})=([a-z0-9-]+):\/\/(?:([^:/\s[\]@]{1,128})@)?(\[[0-9a-fA-F:.]+\]|[^:/\s[\]@]+):(\d{1,5})$/;
const PORT_MAX = 65_535;

/** A password in a line would be in the list of processes: it is not said again. */
const hidden = (part: string): string => part.replace(/(:\/\/[^:/@]*):.*@/, "$1:***@");

/**
 * Passwords of brokers, each line `broker1=password`; lines that are empty or begin with `#` are passed over.
 *
 * @throws Error that names the line by its number, never what is in it
 */
export const parseLineSecrets = (text: string): ReadonlyMap<string, string> => {
  const secrets = new Map<string, string>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const equals = line.indexOf("=");
    const name = line.slice(0, Math.max(0, equals)).trim();
    if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(name) || equals === line.length - 1)
      throw new Error(`--line-secrets: 第 ${at + 1} 行应为 名称=密码; line ${at + 1} is name=password`);
    secrets.set(name, line.slice(equals + 1));
  }
  return secrets;
};

/**
 * Reads `plc1=modbus-tcp://10.20.0.5:502`: name, protocol, address and port of each gateway that the hub calls; a
 * broker may have a user: `broker1=mqtt://user@10.20.0.6:1883`. Its password is in `secrets`.
 *
 * @throws Error, in both languages, that names the part that does not fit
 */
export const parseLines = (text: string, secrets: ReadonlyMap<string, string> = new Map()): readonly LineConfig[] => {
  const lines = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, name, protocol, username, host, port] = ONE.exec(part) ?? [];
      if (
        name === undefined ||
        protocol === undefined ||
        host === undefined ||
        (username !== undefined && protocol !== "mqtt") ||
        Number(port) < 1 ||
        Number(port) > PORT_MAX
      )
        throw new Error(
          `--lines: "${hidden(part)}" 应为 名称=协议://地址:端口,如 plc1=modbus-tcp://10.20.0.5:502; it is name=protocol://host:port, such as plc1=modbus-tcp://10.20.0.5:502`,
        );
      const password = secrets.get(name);
      return {
        ...{ name, protocol, host: host.replace(/^\[|\]$/g, ""), port: Number(port) },
        ...(username === undefined ? {} : { username }),
        ...(username === undefined || password === undefined ? {} : { password }),
      };
    });
  const unused = [...secrets.keys()].find(
    (one) => !lines.some(({ name, username }) => name === one && username !== undefined),
  );
  if (unused !== undefined)
    throw new Error(`--line-secrets: 没有名为 ${unused} 且带用户名的线路; there is no line ${unused} with a user`);
  const twice = lines.find(({ name, protocol }, at) =>
    lines.slice(0, at).some((one) => one.name === name && one.protocol === protocol),
  );
  if (twice !== undefined) throw new Error(`--lines: 名称 ${twice.name} 重复; the name ${twice.name} is there twice`);
  return lines;
};
