// A device behind a broker that is not the hub's (Mosquitto, EMQX): its PUBACK says that the broker has it. Usage: start <device id> [broker]
import { connectAsync } from "mqtt";

const [, , id = "", broker = "mqtt://127.0.0.1:1883"] = process.argv;

try {
  const device = await connectAsync(broker, {
    ...{ clientId: id, reconnectPeriod: 0 },
    will: { topic: `dianan/v1/json/${id}/status`, payload: Buffer.from("offline"), qos: 1 },
  });
  const readings = [{ quantity: "temperature", value: 41.5 }];
  const conditions = [{ component: "loop-5", type: "residualCurrentOver", present: true, value: 689, threshold: 500 }];
  for (const message of [
    { sequence: 1, readings },
    { sequence: 2, conditions },
  ]) {
    await device.publishAsync(`dianan/v1/json/${id}/up`, JSON.stringify(message), { qos: 1 });
    console.log(`${message.sequence}: the broker has it 已到消息服务器`);
  }
  await device.endAsync();
} catch (error) {
  console.error(
    `${broker}: ${error instanceof Error ? error.message : String(error)} 消息服务器是否在运行? Is it running?`,
  );
  process.exitCode = 1;
}
