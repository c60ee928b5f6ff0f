// Stands in for the platform of a charging operator: the hub, as a supervising platform, asks it for its stations; then it pushes the state
// of a connector and an order, the order again, and once with a wrong signature. Usage: start <key> [hub]
import { createClient } from "@dianan/open-api";
import { toTcecOrder } from "@dianan/sharing";
import { caller, listen } from "./operator.ts";

const [, , key = "", baseUrl = "http://127.0.0.1:8080"] = process.argv;
const HUB = "MA0000001";
const OWN = "MA0000002";
/** With which we call the hub, and it us: agreed on paper, three different ones for each direction. */
const toHub = {
  ...{ operatorSecret: "example-operator-1", dataSecret: "0123456789abcdef" },
  ...{ dataSecretIv: "fedcba9876543210", sigSecret: "example-signature-1" },
};
const toUs = {
  ...{ operatorSecret: "example-operator-2", dataSecret: "abcdef0123456789" },
  ...{ dataSecretIv: "9876543210fedcba", sigSecret: "example-signature-2" },
};

const connectors = ["P1-1", "P1-2"];
const station = {
  ...{ StationID: "S1", OperatorID: OWN, EquipmentOwnerID: OWN, StationName: "车棚", CountryCode: "CN" },
  ...{ AreaCode: "350582", Address: "灵源街道", ServiceTel: "4001234567", StationType: 1, StationStatus: 50 },
  ...{ ParkNums: 0, StationLng: 118.543, StationLat: 24.715, Construction: 1 },
  EquipmentInfos: [
    {
      EquipmentID: "P1",
      EquipmentType: 2,
      ConnectorInfos: connectors.map((ConnectorID) => ({ ConnectorID, ConnectorType: 1 })),
    },
  ],
};
const stateOf = (ConnectorID: string) => ({ ConnectorID, Status: 1, ParkStatus: 0, LockStatus: 0 });

const give = (what: string): never => {
  console.error(what);
  process.exit(1);
};

try {
  const own = await listen(HUB, toUs, {
    query_stations_info: () => ({ PageNo: 1, PageCount: 1, ItemSize: 1, StationInfos: [station] }),
    query_station_status: () => ({
      Total: 1,
      StationStatusInfos: [{ StationID: "S1", ConnectorStatusInfos: connectors.map(stateOf) }],
    }),
  });
  const hub = createClient({ baseUrl, key });
  const { data, error } = await hub.POST("/api/v1/tcec-partners", {
    body: {
      ...{ name: "示例运营商", role: "platform", operatorId: OWN, ownOperatorId: HUB, url: own.url },
      records: { platformCode: "PILE01", operatorId: "op1", installedOn: "2026-01-02", manufacturer: "未提供" },
      secrets: { incoming: toHub, outgoing: toUs },
    },
  });
  if (data === undefined) give(`${error?.code}: ${error?.detail}`);
  const id = String(data?.id);
  const partner = async () => (await hub.GET("/api/v1/tcec-partners/{id}", { params: { path: { id } } })).data;
  // The hub asks within a second or two.
  let pulled = (await partner())?.lastPull;
  for (; pulled === null || pulled === undefined; pulled = (await partner())?.lastPull)
    await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(`the hub asked: ${own.asked.join(", ")}`);
  console.log(`it has ${pulled.stations} station, ${pulled.connectors} connectors, ${pulled.faults.length} faults`);

  const call = caller(baseUrl, OWN, toHub);
  const asked = { OperatorID: OWN, OperatorSecret: toHub.operatorSecret };
  const token = String((await call("query_token", asked)).data?.AccessToken);
  const state = await call(
    "notification_stationStatus",
    { ConnectorStatusInfo: { ...stateOf("P1-1"), Status: 3 } },
    token,
  );
  console.log(`state of P1-1: Ret ${state.ret}`);
  const endAt = Math.floor(Date.now() / 1_000) * 1_000;
  const order = toTcecOrder(
    {
      ...{ startChargeSeq: `${OWN}${"7".padStart(18, "0")}`, connectorId: "P1-2", startAt: endAt - 3_600_000, endAt },
      ...{ energyKwh: 0.82, elecYuan: 0.8, serviceYuan: 0.4, totalYuan: 1.2, stopReason: 2 },
    },
    { service: "Sevice", elec: "Elec" },
  );
  const first = await call("notification_charge_order_info", order, token);
  // Whoever got no answer sends the same again.
  const again = await call("notification_charge_order_info", order, token);
  console.log(`order: Ret ${first.ret}, again: Ret ${again.ret}, ConfirmResult ${again.data?.ConfirmResult}`);
  const forged = await call("notification_charge_order_info", order, token, "0".repeat(32));
  const late = await call("notification_charge_order_info", order, "an-old-token");
  console.log(`forged: Ret ${forged.ret}; with an old token: Ret ${late.ret}`);
  own.close();
} catch (error) {
  give(`${baseUrl}: ${error instanceof Error ? error.message : String(error)} 平台是否在运行? Is the hub running?`);
}
