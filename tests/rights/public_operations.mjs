// What strangers may ask. Whoever asks, it is the same; and there are limits for one address, so each
// role asks once, from the farthest place there is.
import { kVillage, uuid } from "../small_county/small_county.mjs";
import { photoForm } from "./case_operations.mjs";
import { caseAt } from "./cases.mjs";

/** Of the phone that cases.mjs reports with. */
const kTail = "0001";

const get = (target) => ({ method: "GET", target });
const post = (target, body) => ({ method: "POST", target: `/api/v1/public/${target}`, body });
const once = (ask, make = () => ({})) => ({ kind: "once", make, ask });
/** Whoever called follows too. */
const closed = (world) => caseAt(world, "closed", { channel: "hotline" });
const shown = (object) => ({ code: object.code, tail: kTail });
const step = (object) => ({ ...shown(object), step_id: uuid(), expected_step: object.step_no });
const grid = (world) => world.nodes.get(world.grid);

export const publicOperations = {
    "GET /api/v1/public/grids": once(() => get("/api/v1/public/grids?q=%E7%BD%91%E6%A0%BC")),
    "GET /api/v1/public/matters": once(() => get("/api/v1/public/matters")),
    "POST /api/v1/public/matters/suggestions": once(() => post("matters/suggestions", { text: "路灯不亮" })),
    "GET /api/v1/public/receipts/check": once(() => get("/api/v1/public/receipts/check?code=2026-000042-7&at=1&mark=1.00")),
    "POST /api/v1/public/reports": once((world) => ({
        method: "POST", target: "/api/v1/public/reports",
        form: photoForm({ id: uuid(), step_id: uuid(), description: "路灯不亮", matter: world.matter, grid: world.nodes.get(kVillage).code }),
    })),
    "POST /api/v1/public/follow": once((_world, object) => post("follow", shown(object)), closed),
    "POST /api/v1/public/verdicts": once((_world, object) => post("verdicts", { ...step(object), solved: true, satisfied: false }), closed),
    "POST /api/v1/public/reopenings": once((_world, object) => post("reopenings", { ...step(object), text: "还是不亮" }), closed),
    "GET /grids/{code}": once((_world, object) => get(`/grids/${object.code}`), grid),
};
