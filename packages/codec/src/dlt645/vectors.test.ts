import { vectorLaws } from "../../test/protocol-laws.ts";
import { dlt645 } from "./protocol.ts";

vectorLaws(dlt645, 45);
