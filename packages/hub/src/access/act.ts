export { told } from "../ports/act.ts";
