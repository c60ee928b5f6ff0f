import { vectorLaws } from "../../test/protocol-laws.ts";
import { dianan } from "./protocol.ts";

vectorLaws(dianan, 30);
