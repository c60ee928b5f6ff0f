// A gateway of Modbus TCP with breakers behind it, which the hub dials. Usage: start [port]
import { openGateway } from "./gateway.ts";

const [, , port = "1502"] = process.argv;
const units = new Set<number>();
const gateway = await openGateway(Number(port), (unit, count) => {
  if (units.has(unit)) return;
  units.add(unit);
  console.log(`unit ${unit} is asked for ${count} registers`);
});
console.log(`127.0.0.1:${gateway.port} Ctrl-C stops it 按 Ctrl-C 停止`);
