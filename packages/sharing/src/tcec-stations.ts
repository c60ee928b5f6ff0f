import type { Result } from "./result.ts";
import type { TcecConnector, TcecEquipment, TcecFault, TcecStation } from "./tcec.ts";
import { type TcecMembers, type TcecNumbers, tcecReader } from "./tcec-fields.ts";

/** State of one connector (充电设备接口状态). */
export type TcecConnectorStatus = {
  readonly connectorId: string;
  /** 0 offline, 1 idle, 2 occupied, 3 charging, 4 reserved, 255 fault. */ readonly status: number;
};

const STATUSES: readonly number[] = [0, 1, 2, 3, 4, 255];
const CONNECTOR_MAX = 26;
const EQUIPMENT_MAX = 1_000;
const CONNECTORS_MAX = 1_000;
const STATIONS_MAX = 1_000;
/** Ids of our records are made of these; a station with another cannot become one. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;

type Faults = TcecFault[];

const idIn = (read: ReturnType<typeof tcecReader>, member: string, max: number): string => {
  const id = read.text(member, max);
  if (id !== "" && !ID.test(id)) read.bad(member, "Letters, digits and . _ : - only.", "只能含字母、数字和 . _ : -。");
  return id;
};

const statusIn = (data: TcecMembers, path: string, numbers: TcecNumbers, faults: Faults): TcecConnectorStatus => {
  const read = tcecReader(data, path, numbers);
  const found = { connectorId: idIn(read, "ConnectorID", CONNECTOR_MAX), status: read.whole("Status", 0, 255) };
  if (!STATUSES.includes(found.status)) read.bad("Status", "0 to 4, or 255.", "应为 0 到 4 或 255。");
  faults.push(...read.faults);
  return found;
};

const done = <T>(value: T, faults: readonly TcecFault[]): Result<T, readonly TcecFault[]> =>
  faults.length === 0 ? { ok: true, value } : { ok: false, error: faults };

/** @param shape - of `ConnectorStatusInfo`: an object in the standard, an array with some partners */
export const readTcecStatusPush = (
  data: TcecMembers,
  shape: "object" | "array",
  numbers: TcecNumbers,
): Result<readonly TcecConnectorStatus[], readonly TcecFault[]> => {
  const faults: Faults = [];
  const sent = data.ConnectorStatusInfo;
  if (shape === "array") {
    const read = tcecReader(data, "", numbers);
    const list = read.list("ConnectorStatusInfo", CONNECTORS_MAX);
    const found = list.map((one, n) => statusIn(one, `/ConnectorStatusInfo/${n}`, numbers, faults));
    if (list.length === 0) read.bad("ConnectorStatusInfo", "At least one.", "至少一项。");
    return done(found, [...read.faults, ...faults]);
  }
  const isOne = typeof sent === "object" && sent !== null && !Array.isArray(sent);
  const read = tcecReader(data, "", numbers);
  if (!isOne) read.bad("ConnectorStatusInfo", "One object.", "应为一个对象。");
  const found = isOne ? [statusIn(sent as TcecMembers, "/ConnectorStatusInfo", numbers, faults)] : [];
  return done(found, [...read.faults, ...faults]);
};

/** States of connectors in an answer to `query_station_status`. */
export const readTcecStationStatuses = (
  data: TcecMembers,
  numbers: TcecNumbers,
): Result<readonly TcecConnectorStatus[], readonly TcecFault[]> => {
  const faults: Faults = [];
  const read = tcecReader(data, "", numbers);
  const found = read.list("StationStatusInfos", STATIONS_MAX).flatMap((station, s) => {
    const path = `/StationStatusInfos/${s}`;
    const inner = tcecReader(station, path, numbers);
    const list = inner.list("ConnectorStatusInfos", CONNECTORS_MAX);
    faults.push(...inner.faults);
    return list.map((one, n) => statusIn(one, `${path}/ConnectorStatusInfos/${n}`, numbers, faults));
  });
  return done(found, [...read.faults, ...faults]);
};

/** A page of an answer to `query_stations_info`; stations that are wrong are told apart from those that are not. */
export type TcecStationPage = {
  readonly pageCount: number;
  readonly stations: readonly TcecStation[];
  readonly faults: readonly TcecFault[];
};

const connectorIn = (data: TcecMembers, path: string, numbers: TcecNumbers, faults: Faults): TcecConnector => {
  const read = tcecReader(data, path, numbers);
  const name = read.optionalText("ConnectorName", 100);
  const { ConnectorName: _, ...rest } = data;
  const found = {
    ...rest,
    ConnectorID: idIn(read, "ConnectorID", CONNECTOR_MAX),
    ConnectorType: read.whole("ConnectorType", 0, 255),
    ...(name === undefined ? {} : { ConnectorName: name }),
  };
  faults.push(...read.faults);
  return found;
};

const equipmentIn = (data: TcecMembers, path: string, numbers: TcecNumbers, faults: Faults): TcecEquipment => {
  const read = tcecReader(data, path, numbers);
  const { EquipmentName, ManufacturerName, EquipmentModel, EquipmentLng, EquipmentLat, ...rest } = data;
  const texts = { EquipmentName, ManufacturerName, EquipmentModel };
  const kept = Object.keys(texts).flatMap((member) => {
    const text = read.optionalText(member, 100);
    return text === undefined ? [] : [[member, text] as const];
  });
  const lng = read.optionalNumber("EquipmentLng", -180, 180);
  const lat = read.optionalNumber("EquipmentLat", -90, 90);
  const found: TcecEquipment = {
    ...rest,
    ...Object.fromEntries(kept),
    EquipmentID: idIn(read, "EquipmentID", 23),
    EquipmentType: read.whole("EquipmentType", 0, 255),
    ...(lng === undefined || lat === undefined ? {} : { EquipmentLng: lng, EquipmentLat: lat }),
    ConnectorInfos: read
      .list("ConnectorInfos", CONNECTORS_MAX)
      .map((one, n) => connectorIn(one, `${path}/ConnectorInfos/${n}`, numbers, faults)),
  };
  faults.push(...read.faults);
  return found;
};

const stationIn = (
  data: TcecMembers,
  path: string,
  numbers: TcecNumbers,
): Result<TcecStation, readonly TcecFault[]> => {
  const faults: Faults = [];
  const read = tcecReader(data, path, numbers);
  const station: TcecStation = {
    ...data,
    StationID: idIn(read, "StationID", 20),
    OperatorID: read.text("OperatorID", 9),
    EquipmentOwnerID: read.optionalText("EquipmentOwnerID", 9) ?? "",
    StationName: read.text("StationName", 50),
    CountryCode: read.optionalText("CountryCode", 2) ?? "CN",
    AreaCode: read.text("AreaCode", 20),
    Address: read.text("Address", 50),
    ServiceTel: read.optionalText("ServiceTel", 30) ?? "",
    StationType: read.whole("StationType", 0, 255),
    StationStatus: read.whole("StationStatus", 0, 255),
    ParkNums: read.optionalWhole("ParkNums", 0, 100_000) ?? 0,
    StationLng: read.number("StationLng", -180, 180),
    StationLat: read.number("StationLat", -90, 90),
    Construction: read.optionalWhole("Construction", 0, 255) ?? 255,
    EquipmentInfos: read
      .list("EquipmentInfos", EQUIPMENT_MAX)
      .map((one, n) => equipmentIn(one, `${path}/EquipmentInfos/${n}`, numbers, faults)),
  };
  return done(station, [...read.faults, ...faults]);
};

/** Reads a page of stations. @returns all that is wrong with the page itself, or its stations */
export const readTcecStationPage = (
  data: TcecMembers,
  numbers: TcecNumbers,
): Result<TcecStationPage, readonly TcecFault[]> => {
  const read = tcecReader(data, "", numbers);
  const pageCount = read.whole("PageCount", 0, 1_000_000);
  const list = read.list("StationInfos", STATIONS_MAX);
  if (read.faults.length > 0) return { ok: false, error: read.faults };
  const each = list.map((one, n) => stationIn(one, `/StationInfos/${n}`, numbers));
  return {
    ok: true,
    value: {
      pageCount,
      stations: each.flatMap((one) => (one.ok ? [one.value] : [])),
      faults: each.flatMap((one) => (one.ok ? [] : one.error)),
    },
  };
};
