import { type AlarmRecord, type AlarmRow, rowKeeping } from "./alarm-row.ts";

/** Of what was done, the parts that a row and its detail show and the row does not have already. */
const keptHandling = ({ handling }: AlarmRecord): Pick<AlarmRecord, "handling"> => {
  if (handling === undefined) return {};
  const { stage, isChattering, shelvedReason, advice } = handling;
  if (isChattering !== true && shelvedReason === undefined && advice === undefined) return {};
  return {
    handling: {
      stage,
      ...(isChattering === undefined ? {} : { isChattering }),
      ...(shelvedReason === undefined ? {} : { shelvedReason }),
      ...(advice === undefined ? {} : { advice }),
    },
  };
};

/**
 * Makes rows for a list of a hundred thousand. Of the record only what is shown and the row does not have is kept, and texts that many
 * alarms share (ids of devices and units, types) are one text: a row then takes a third of the memory.
 */
export const createRowMaker = (): ((record: AlarmRecord) => AlarmRow) => {
  const texts = new Map<string, string>();
  const shared = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  return (record) => {
    const own = {
      id: record.id,
      deviceId: shared(record.deviceId),
      unitId: shared(record.unitId),
      type: shared(record.type),
      platformCode: shared(record.platformCode),
    };
    const { occurredAt, description, severity, componentId, evidence, value, threshold, unit } = record;
    const kept: AlarmRecord = {
      ...own,
      ...{ occurredAt, description },
      ...(severity === undefined ? {} : { severity: shared(severity) }),
      ...(componentId === undefined ? {} : { componentId }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(value === undefined ? {} : { value }),
      ...(threshold === undefined ? {} : { threshold }),
      ...(unit === undefined ? {} : { unit: shared(unit) }),
      ...keptHandling(record),
    };
    return rowKeeping({ ...record, ...own }, kept);
  };
};
