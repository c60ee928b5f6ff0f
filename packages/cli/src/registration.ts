import { createClient, type DianAnClient } from "@dianan/open-api";
import { exampleDevice, exampleOperator, exampleUnit } from "./example-data/units.ts";

/** Why devices could not be registered; words for a person. */
export class RegistrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RegistrationError";
  }
}

const BATCH = 500;

type Path = "/api/v1/operators" | "/api/v1/units" | "/api/v1/devices";

const upload = async (api: DianAnClient, path: Path, items: readonly object[]): Promise<void> => {
  for (let from = 0; from < items.length; from += BATCH) {
    const body = { items: items.slice(from, from + BATCH) };
    const { data, error } = await api.POST(path, { body: body as never }).catch((cause: unknown) => {
      throw new RegistrationError("no answer 没有应答", { cause });
    });
    if (error) throw new RegistrationError(`${error.title} ${error.titleZh}`);
    const refused = data.results.find(({ status }) => status === "refused");
    if (refused) throw new RegistrationError(`${path} ${refused.id}: ${JSON.stringify(refused.problem)}`);
  }
};

/** The platform code under which a hub's records stand. */
const platformCodeOf = async (api: DianAnClient): Promise<string> => {
  const { data, error } = await api.GET("/api/v1/session").catch((cause: unknown) => {
    throw new RegistrationError("no answer 没有应答", { cause });
  });
  if (error) throw new RegistrationError(`${error.title} ${error.titleZh}`);
  return data.platformCode;
};

/**
 * Registers the operator, units and devices of the example data through the open API.
 *
 * @throws RegistrationError when the hub does not answer or refuses
 */
export const registerExamples = async (options: {
  readonly api: string;
  readonly key: string;
  readonly devices: number;
  readonly firstAddress: number;
}): Promise<void> => {
  const api = createClient({ baseUrl: options.api, key: options.key });
  const platformCode = await platformCodeOf(api);
  const indexes = Array.from({ length: options.devices }, (_, index) => index);
  const units = new Map(indexes.map((index) => exampleUnit(index, platformCode)).map((unit) => [unit.id, unit]));
  await upload(api, "/api/v1/operators", [exampleOperator(platformCode)]);
  await upload(api, "/api/v1/units", [...units.values()]);
  await upload(
    api,
    "/api/v1/devices",
    indexes.map((index) => exampleDevice(index, options.firstAddress + index, platformCode)),
  );
};
