import type { Drivers, ProtocolDriver } from "../ports/protocol.ts";
import { ap3000Driver } from "./ap3000-driver.ts";
import { createBkvDriver } from "./bkv-driver.ts";
import { diananDriver } from "./dianan-driver.ts";
import { dlt645Driver } from "./dlt645-driver.ts";
import { createEfireDriver } from "./efire-driver.ts";
import { createGb26875Driver, gb26875Dialects } from "./gb26875-driver.ts";
import { juyDriver } from "./juy-driver.ts";
import { modbusDrivers } from "./modbus-driver.ts";
import { takeProfiles } from "./profiles.ts";
import { readProfiles } from "./read-profiles.ts";
import { createYkcDriver } from "./ykc-driver.ts";

/**
 * Drivers of every protocol that the hub takes on a port of its own.
 *
 * @param utcOffsetMinutes - the zone of device clocks
 * @param profilesFolder - of device profiles of one's own; empty: none
 * @throws TypeError for a profile that is wrong
 */
export const createDrivers = (utcOffsetMinutes: number, profilesFolder = ""): Drivers => {
  if (profilesFolder !== "") takeProfiles(readProfiles(profilesFolder));
  return driversOf([
    createGb26875Driver(utcOffsetMinutes),
    ...gb26875Dialects.map((dialect) => createGb26875Driver(utcOffsetMinutes, dialect)),
    diananDriver,
    createYkcDriver(utcOffsetMinutes),
    ap3000Driver,
    createBkvDriver(utcOffsetMinutes),
    juyDriver,
    createEfireDriver(utcOffsetMinutes),
    dlt645Driver,
    ...modbusDrivers,
  ]);
};

/** Drivers by their protocol. */
export const driversOf = (all: readonly ProtocolDriver[]): Drivers => new Map(all.map((driver) => [driver.id, driver]));
