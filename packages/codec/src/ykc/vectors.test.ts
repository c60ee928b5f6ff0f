import { vectorLaws } from "../../test/protocol-laws.ts";
import { ykc } from "./protocol.ts";

vectorLaws(ykc, 30);
