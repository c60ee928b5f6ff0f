// A gateway with breakers behind it, which the hub dials. Usage: start [port] [tcp | rtu]
import { openGateway } from "./gateway.ts";

const [, , port = "1502", framing = "tcp"] = process.argv;
if (framing !== "tcp" && framing !== "rtu") {
  console.error(`${framing}: 应为 tcp 或 rtu it must be tcp or rtu`);
  process.exit(2);
}
const units = new Set<number>();
const gateway = await openGateway(
  Number(port),
  (unit, count) => {
    if (units.has(unit)) return;
    units.add(unit);
    console.log(`unit ${unit} is asked for ${count} registers`);
  },
  framing,
);
console.log(`127.0.0.1:${gateway.port} Ctrl-C stops it 按 Ctrl-C 停止`);
