/**
 * Component types (部件类型) of what GB/T 26875.3-2011 table 5 does not list: ours, from its user-defined range 128 to 255. The
 * detectors of table 5 keep its numbers: 16 monitoring unit, 17 residual current, 18 temperature.
 */
export const ownComponentTypes = {
  /** 充电口 */ chargingPort: 128,
  /** 断路器 */ breaker: 129,
  /** 电能表 */ meter: 130,
  /** 充电柜、主机 */ cabinet: 131,
} as const;

/** Of GB/T 26875.3-2011 table 5. */
export const detectorTypes = { monitoringUnit: 16, residualCurrent: 17, temperature: 18, smoke: 40 } as const;
