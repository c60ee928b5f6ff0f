import { vectorLaws } from "../../test/protocol-laws.ts";
import { efire7b7b } from "./protocol.ts";

vectorLaws(efire7b7b, 25);
