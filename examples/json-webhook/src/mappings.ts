// All that an integrator writes: how the park's JSON becomes facts of the hub, and how the hub's events become the park's JSON.

/** In. `$params.keys` says which of its keys is which quantity, `$params.warnings` which of its words is which alarm. */
export const reportIn = `
{
  "device": sn,
  "readings": [data.{
    "quantity": $lookup($params.keys, k),
    "value": v,
    "at": $fromMillis($$.t)
  }],
  "conditions": [warn.{ "type": $lookup($params.warnings, $), "present": true, "at": $fromMillis($$.t) }]
}`;

export const parameters = {
  keys: { leak: "residualCurrent", temp: "temperature" },
  warnings: { LEAK: "residualCurrentOver" },
};

/** Out: its path has the device in it. The test event becomes its ping. */
export const alarmOut = `
type = "com.dianan.webhook.test"
  ? { "variables": { "sn": "all" }, "body": { "cmd": "ping" } }
  : {
      "variables": { "sn": data.record.deviceId },
      "body": { "cmd": "alarm", "sn": data.record.deviceId, "code": data.record.type }
    }`;
