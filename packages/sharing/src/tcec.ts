import type { CoordinateSystem, Status } from "@dianan/model";
import { convertPoint } from "./coordinates.ts";
import type { Component, Device, Operator, Unit } from "./generated/records.ts";
import type { Result } from "./result.ts";

/** Connector of T/CEC 102 (充电设备接口信息). Members as written on the wire. */
export type TcecConnector = {
  readonly ConnectorID: string;
  readonly ConnectorName?: string;
  /** 1 household socket, 2 AC socket, 3 AC plug, 4 DC, 5 wireless, 6 other. */ readonly ConnectorType: number;
  readonly [member: string]: unknown;
};
/** Equipment (充电设备信息). */
export type TcecEquipment = {
  readonly EquipmentID: string;
  readonly EquipmentName?: string;
  readonly ManufacturerName?: string;
  readonly EquipmentModel?: string;
  /** `yyyy-MM-dd`: of production, which is not the installation. */ readonly ProductionDate?: string;
  readonly EquipmentType: number;
  readonly EquipmentLng?: number;
  readonly EquipmentLat?: number;
  readonly ConnectorInfos: readonly TcecConnector[];
  readonly [member: string]: unknown;
};
/** Station (充电站信息). Coordinates are GCJ-02. */
export type TcecStation = {
  readonly StationID: string;
  readonly OperatorID: string;
  readonly EquipmentOwnerID: string;
  readonly StationName: string;
  readonly CountryCode: string;
  readonly AreaCode: string;
  readonly Address: string;
  readonly ServiceTel: string;
  readonly StationType: number;
  readonly StationStatus: number;
  readonly ParkNums: number;
  readonly StationLng: number;
  readonly StationLat: number;
  readonly Construction: number;
  readonly EquipmentInfos: readonly TcecEquipment[];
  readonly [member: string]: unknown;
};

/** What does not fit into T/CEC 102; nothing is cut. */
export type TcecFault = {
  readonly path: string;
  readonly clause: string;
  readonly message: { readonly zh: string; readonly en: string };
};

const CLAUSE = "T/CEC 102-2016";
const longest = {
  StationID: 20,
  EquipmentID: 23,
  ConnectorID: 26,
  StationName: 50,
  Address: 50,
  AreaCode: 20,
} as const;

/** Connector status numbers of T/CEC 102. */
const statusNumbers = {
  offline: 0,
  disabled: 0,
  maintenance: 0,
  unknown: 0,
  normal: 1,
  idle: 1,
  occupied: 2,
  full: 2,
  charging: 3,
  reserved: 4,
  fault: 255,
  alarm: 255,
} as const satisfies { readonly [S in Status]: number };

/** Our status as T/CEC 102 numbers it (设备接口状态); a status of a later version is offline, 0. */
export const tcecStatusOf = (status: string): number =>
  Object.hasOwn(statusNumbers, status) ? statusNumbers[status as Status] : statusNumbers.unknown;

const statusWords: { readonly [code: number]: Status } = {
  0: "offline",
  1: "idle",
  2: "occupied",
  3: "charging",
  4: "reserved",
  255: "fault",
};

/** Their number as our status; null for a number that the document does not have. */
export const statusOfTcec = (code: number): Status | null => statusWords[code] ?? null;

const HOUSEHOLD_SOCKET = 1;
const PUBLIC_STATION = 1;
const IN_USE = 50;
const AC = 2;
const OTHER_CONSTRUCTION = 255;

/** What our records do not say and T/CEC 102 wants. */
export type TcecFacts = {
  /** The platform's own id, 9 characters: the organisation code within its credit code. */ readonly operatorId: string;
  /** System of records that do not name theirs. */ readonly coordinateSystem: CoordinateSystem;
  /** System on the wire, for a partner that differs; absent: GCJ-02, as the document has it. */
  readonly wireSystem?: CoordinateSystem;
};

/**
 * A unit with its charging devices and ports as a station of T/CEC 102. Coordinates become GCJ-02 with 6 decimals.
 *
 * @returns the station, or every text that is longer than the document allows
 */
export const toTcecStation = (
  unit: Unit,
  operator: Operator,
  devices: readonly Device[],
  components: readonly Component[],
  facts: TcecFacts,
): Result<TcecStation, readonly TcecFault[]> => {
  const gcj = (record: {
    readonly latitude: number;
    readonly longitude: number;
    readonly coordinateSystem?: unknown;
  }) =>
    convertPoint(
      record,
      (record.coordinateSystem ?? facts.coordinateSystem) as CoordinateSystem,
      facts.wireSystem ?? "GCJ02",
    );
  const six = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  const place = gcj(unit);
  const station: TcecStation = {
    StationID: unit.id,
    OperatorID: facts.operatorId,
    EquipmentOwnerID: facts.operatorId,
    StationName: unit.name,
    CountryCode: "CN",
    AreaCode: unit.regionCode,
    Address: unit.address,
    ServiceTel: operator.contactPhone,
    StationType: PUBLIC_STATION,
    StationStatus: IN_USE,
    ParkNums: 0,
    StationLng: six(place.longitude),
    StationLat: six(place.latitude),
    Construction: OTHER_CONSTRUCTION,
    EquipmentInfos: devices.map((device): TcecEquipment => {
      const point = gcj(device);
      return {
        EquipmentID: device.id,
        EquipmentName: device.name,
        ManufacturerName: device.manufacturer,
        ...(typeof device.model === "string" ? { EquipmentModel: device.model } : {}),
        EquipmentType: AC,
        EquipmentLng: six(point.longitude),
        EquipmentLat: six(point.latitude),
        ConnectorInfos: components
          .filter(({ deviceId }) => deviceId === device.id)
          .map(({ id, name }) => ({ ConnectorID: id, ConnectorName: name, ConnectorType: HOUSEHOLD_SOCKET })),
      };
    }),
  };
  const faults = faultsOf(station);
  return faults.length === 0 ? { ok: true, value: station } : { ok: false, error: faults };
};

const faultsOf = (station: TcecStation): readonly TcecFault[] => {
  const tooLong = (path: string, member: keyof typeof longest, text: string): readonly TcecFault[] =>
    text.length <= longest[member]
      ? []
      : [
          {
            path,
            clause: CLAUSE,
            message: {
              zh: `${member} 最多 ${longest[member]} 个字符,实际 ${text.length} 个;请缩短`,
              en: `${member} takes at most ${longest[member]} characters, it has ${text.length}: shorten it`,
            },
          },
        ];
  return [
    ...tooLong("/StationID", "StationID", station.StationID),
    ...tooLong("/StationName", "StationName", station.StationName),
    ...tooLong("/Address", "Address", station.Address),
    ...tooLong("/AreaCode", "AreaCode", station.AreaCode),
    ...station.EquipmentInfos.flatMap((equipment, e) => [
      ...tooLong(`/EquipmentInfos/${e}/EquipmentID`, "EquipmentID", equipment.EquipmentID),
      ...equipment.ConnectorInfos.flatMap((connector, c) =>
        tooLong(`/EquipmentInfos/${e}/ConnectorInfos/${c}/ConnectorID`, "ConnectorID", connector.ConnectorID),
      ),
    ]),
  ];
};

/** What a station of T/CEC 102 does not say and our records want. */
export type StationFacts = {
  readonly platformCode: string;
  /** Id of the operator's record. */ readonly operatorId: string;
  /** Date of installation, which T/CEC 102 does not have. */ readonly installedOn: string;
  /** For equipment without a manufacturer. */ readonly manufacturer: string;
  /** System on the wire; absent: GCJ-02, as the document has it. */ readonly wireSystem?: CoordinateSystem;
  /** Status of each connector by its id, as the status interface gives it; absent: unknown. */
  readonly connectorStatus?: { readonly [connectorId: string]: number };
};

/** A station as our records; members that have no place in them are kept in `tcec` (SH-6). */
export const fromTcecStation = (
  station: TcecStation,
  facts: StationFacts,
): { readonly unit: Unit; readonly devices: readonly Device[]; readonly components: readonly Component[] } => {
  const { EquipmentInfos, ...rest } = station;
  const coordinateSystem = facts.wireSystem ?? "GCJ02";
  const statusOf = (id: string): Status => statusOfTcec(facts.connectorStatus?.[id] ?? -1) ?? "unknown";
  const unit: Unit = {
    id: station.StationID,
    name: station.StationName,
    operatorId: facts.operatorId,
    address: station.Address,
    latitude: station.StationLat,
    longitude: station.StationLng,
    coordinateSystem,
    regionCode: station.AreaCode,
    deviceCount: EquipmentInfos.length,
    platformCode: facts.platformCode,
    tcec: rest,
  };
  const devices = EquipmentInfos.map(({ ConnectorInfos, ...equipment }): Device => {
    const states = new Set(ConnectorInfos.map(({ ConnectorID }) => statusOf(ConnectorID)));
    const worst = (["fault", "offline"] as const).find((status) => states.has(status));
    return {
      id: equipment.EquipmentID,
      name: equipment.EquipmentName ?? equipment.EquipmentID,
      type: "chargingPile",
      address: station.Address,
      latitude: equipment.EquipmentLat ?? station.StationLat,
      longitude: equipment.EquipmentLng ?? station.StationLng,
      coordinateSystem,
      operatorId: facts.operatorId,
      unitId: station.StationID,
      platformCode: facts.platformCode,
      installedOn: facts.installedOn,
      status: worst ?? (states.size === 0 || states.has("unknown") ? "unknown" : "normal"),
      manufacturer: equipment.ManufacturerName ?? facts.manufacturer,
      componentCount: ConnectorInfos.length,
      ...(equipment.EquipmentModel === undefined ? {} : { model: equipment.EquipmentModel }),
      tcec: equipment,
    };
  });
  const components = EquipmentInfos.flatMap((equipment) =>
    equipment.ConnectorInfos.map(
      (connector): Component => ({
        id: connector.ConnectorID,
        name: connector.ConnectorName ?? connector.ConnectorID,
        address: station.Address,
        deviceId: equipment.EquipmentID,
        manufacturer: equipment.ManufacturerName ?? facts.manufacturer,
        installedOn: facts.installedOn,
        status: statusOf(connector.ConnectorID),
        type: "chargingPort",
        tcec: connector,
      }),
    ),
  );
  return { unit, devices, components };
};
