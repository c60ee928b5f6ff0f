/**
 * What a charging port is now (充电口状态): what its pile last said of it, unless the pile is gone.
 *
 * @param presence - of its pile
 * @param status - of its component record
 * @param isCharging - whether a session is under way
 */
export const portStatus = (presence: string, status: string, isCharging: boolean): string => {
  if (presence !== "online") return "offline";
  // A pile that tells of sessions alone says nothing of its ports.
  return status === "normal" || status === "" || status === "unknown" ? (isCharging ? "charging" : "idle") : status;
};
