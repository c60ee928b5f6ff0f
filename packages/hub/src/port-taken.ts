/** Another program, often a hub that is still running, has the port (端口被占用). */
export class PortTakenError extends Error {
  readonly code = "port-taken";
  readonly port: number;
  /** Name of the option in {@link HubConfig}, such as `gb26875Port`. */ readonly option: string;
  constructor(port: number, option: string, options?: ErrorOptions) {
    super(`${option}: port ${port} is taken 端口 ${port} 已被占用`, options);
    this.name = "PortTakenError";
    this.port = port;
    this.option = option;
  }
}

/** Says so of a port that could not be opened. */
export const portTaken =
  (port: number, option: string) =>
  (error: unknown): never => {
    if ((error as { code?: unknown }).code === "EADDRINUSE") throw new PortTakenError(port, option, { cause: error });
    throw error;
  };
