import { startReceiver } from "./receiver.ts";

const receiver = await startReceiver({
  port: Number(process.env.PORT ?? 8090),
  secret: process.env.CITY_SECRET ?? null,
  key: process.env.CITY_KEY ?? null,
  log: (line) => console.log(`${new Date().toISOString()} ${line}`),
});
console.log(`市级平台示例已启动 City receiver is up: ${receiver.url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void receiver.close());
