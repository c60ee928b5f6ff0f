// A small fire monitoring centre that prints what arrives. Usage: start [port]
import { openCentre } from "./centre.ts";

const [, , port = "9200"] = process.argv;
const centre = await openCentre(Number(port), (line) => console.log(line));
console.log(`gb26875://127.0.0.1:${centre.port} Ctrl-C stops it 按 Ctrl-C 停止`);
