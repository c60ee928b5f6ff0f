// One protocol with all its titles, for pages that show frames and speak no other.
export type { Frame } from "../gb26875/packet.ts";
export { gb26875 } from "../gb26875/protocol.ts";
