// Addresses of the five records.
const KINDS = "(operators|units|devices|components|alarms)";
/** A list of records. */
export const LIST = new RegExp(`^/api/v1/${KINDS}\\?`);
/** One record. */
export const ONE = new RegExp(`^/api/v1/${KINDS}/[^/?]+$`);
/** Where records are put in bulk. */
export const BULK = new RegExp(`^/api/v1/${KINDS}$`);
