/** A physical id (物理 ID): what stands under the QR code, and what kind of device it is. */
export type PhysicalId = {
  /** Printed under the QR code in decimal, 0 to 16777215 (二维码下的编号). */ readonly number: number;
  /** Highest byte (识别码), see `recognitionCodes`. */ readonly recognition: number;
};

const NUMBERS = 0x100_0000;
const RECOGNITIONS = 0x100;
const HEX_DIGITS = 8;

const wholeBelow = (limit: number, value: number, name: string): number => {
  if (Number.isInteger(value) && value >= 0 && value < limit) return value;
  throw new RangeError(`${name}: ${value} is not a whole number from 0 to ${limit - 1}`);
};

/**
 * The id as the 32-bit number that travels low byte first: recognition 4, number 13544000 is 0x04ceaa40.
 *
 * @throws RangeError when a part does not fit
 */
export const physicalIdOf = ({ number, recognition }: PhysicalId): number =>
  wholeBelow(RECOGNITIONS, recognition, "recognition") * NUMBERS + wholeBelow(NUMBERS, number, "number");

/** The parts of a 32-bit physical id. @throws RangeError when it has more than 32 bits */
export const deviceOf = (physicalId: number): PhysicalId => ({
  number: wholeBelow(RECOGNITIONS * NUMBERS, physicalId, "physicalId") % NUMBERS,
  recognition: Math.floor(physicalId / NUMBERS),
});

/** The id as eight hex digits, as logs and documents show it: `04ceaa40`. @throws RangeError when a part does not fit */
export const physicalIdText = (device: PhysicalId): string =>
  physicalIdOf(device).toString(16).padStart(HEX_DIGITS, "0");
