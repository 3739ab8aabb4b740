// A small real county and a second one in the same database: one town with two villages, a grid,
// units above and beside each other, and for every role somebody at every place.
//
//   371323            county            白泉县
//   └ 101             town              云阳镇         ← whoever is here is above the object
//     ├ 204           village           文昌里村       ← here lies every object
//     │ └ 001         grid              第一网格       ← whoever is here is below it
//     └ 205           village           柳沟村         ← and here beside it
import { randomBytes } from "node:crypto";

import { Caller } from "./caller.mjs";
import { Database, literal } from "./database.mjs";
import { makeFolder, removeFolder, Server } from "./server.mjs";

export const kPassword = "Small-county-2026";
/** The same password hashed with 8 MiB in one pass, so that a hundred can sign in within a second. */
const kCheapHash =
    "$argon2id$v=19$m=8192,t=1,p=1$3HEO6MyxKKMaIygXrdY5ow$Uw58N9Di/ofMF2ibBNr4xINo4aqp8qPPW//6G1K7teM";
export const kCounty = "371323";
export const kOtherCounty = "371324";
export const kTown = `${kCounty}/101`;
export const kVillage = `${kTown}/204`;
export const kOtherVillage = `${kTown}/205`;

/** Roles that take hold on a subtree of the territory; `handler` takes hold on a unit. */
export const kPathRoles = [
    "grid_worker", "grid_lead", "instructor", "dispatcher", "hotline_taker", "supervisor",
    "catalogue_editor", "confidant", "admin_system", "security_officer", "auditor",
];
/** The post that goes with a role: what somebody is to a case comes from the post. */
const kPostOf = { grid_worker: "worker", grid_lead: "lead", instructor: "instructor" };

/** A UUIDv7 of now, as a client makes it. */
export function uuid() {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = bytes.toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** `work` on each, two at a time: as many passwords as the server compares at once. */
export async function twoAtATime(items, work) {
    const queue = items.values();
    const hand = async () => {
        for (const item of queue) await work(item);
    };
    await Promise.all([hand(), hand()]);
}

/** Where an account belongs that has no place by a role. */
const homeOf = (county) => (county === kCounty ? kVillage : county);

export class SmallCounty {
    /**
     * Makes both counties and serves the first. `logins` (login → grants of [role, place]) are
     * signed in beside the officers; a place is a path, or the name of a unit for `handler`.
     */
    static async open(name, logins, words = []) {
        const county = new SmallCounty();
        county.folder = makeFolder(name);
        county.people = new Map();
        county.units = new Map();
        county.nodes = new Map();
        await county.#serve(kOtherCounty, [], () => county.#openOther(logins.other));
        await county.server.stop();
        await county.#serve(kCounty, words, () => county.#openOwn(logins.own));
        for (const [login, caller] of county.people)
            county.people.set(login, caller.at(county.server));
        return county;
    }

    async #serve(code, words, fill) {
        this.database?.close();
        this.server = await Server.start(this.folder, code, words);
        this.database = Database.open(this.server.data);
        await fill();
    }

    async close() {
        this.database.close();
        await this.server.stop();
        removeFolder(this.folder);
    }

    person(login) {
        const found = this.people.get(login);
        if (!found) throw new Error(`nobody is called ${login}`);
        return found;
    }

    get nobody() {
        return new Caller(this.server);
    }

    /** Who sets the county up over HTTP; everybody else is written beside them. */
    async #officers(county) {
        for (const [login, role] of [["system", "admin_system"], ["security", "security_officer"]]) {
            await this.addAccount(`${login}.${county}`, county, county);
            await this.grant(`${login}.${county}`, county, role, county);
        }
        const system = new Caller(this.server);
        this.people.set(`system.${county}`, await system.signIn(`system.${county}`, kPassword));
        const security = new Caller(this.server);
        this.people.set(`security.${county}`, await security.signIn(`security.${county}`, kPassword));
        return system;
    }

    /** Written as the owner of the tables. */
    async addAccount(login, county, path) {
        const [of, who] = [literal(county), literal(login)];
        await this.database.rows(`
            INSERT INTO account (county, id, login, path, created_at)
                VALUES (${of}, '${uuid()}', ${who}, ${literal(path)}, now());
            INSERT INTO account_name (county, account_id, display_name)
                SELECT county, id, login FROM account WHERE county = ${of} AND login = ${who};
            INSERT INTO credential (county, account_id, password_hash, password_changed_at,
                                    password_change_needed)
                SELECT county, id, ${literal(kCheapHash)}, now() - interval '1 day', false
                FROM account WHERE county = ${of} AND login = ${who}`);
    }

    async grant(login, county, role, place) {
        const unit = role === "handler" ? literal(this.units.get(place)) : "NULL";
        const path = role === "handler" ? "NULL" : literal(place);
        await this.database.rows(`
            INSERT INTO role_grant (county, id, account_id, role, office, path, unit_id, valid_from,
                                    granted_at)
                SELECT a.county, '${uuid()}', a.id, r.name, r.office, ${path}, ${unit},
                       now() - interval '1 day', now()
                FROM account a, role r
                WHERE a.county = ${literal(county)} AND a.login = ${literal(login)}
                  AND r.name = ${literal(role)}`);
    }

    async #node(system, code, name, level, parent) {
        const id = uuid();
        const kind = level === "grid" ? "general" : "division";
        const node = { id, name, level, kind, ...(code && { code }) };
        if (parent) node.parent_id = this.nodes.get(parent).id;
        const made = await system.post("/api/v1/territory", node);
        this.nodes.set(made.path, { id, path: made.path, code: made.code, name });
        return made.path;
    }

    async #unit(system, name, node, parent) {
        const id = uuid();
        const kind = parent === undefined ? "department" : "station";
        const body = { id, node_id: this.nodes.get(node).id, name, short_name: "", kind };
        if (parent) body.parent_id = this.units.get(parent);
        await system.post("/api/v1/units", { ...body, phone: "", duties: "" });
        this.units.set(name, id);
    }

    async #openOther(logins) {
        const system = await this.#officers(kOtherCounty);
        await this.#node(system, kOtherCounty, "青石县", "county");
        await this.#unit(system, "elsewhere", kOtherCounty);
        await this.#signInAll(system, kOtherCounty, logins);
    }

    async #openOwn(logins) {
        const system = await this.#officers(kCounty);
        await this.#node(system, kCounty, "白泉县", "county");
        await this.#node(system, "371323101", "云阳镇", "town", kCounty);
        await this.#node(system, "371323101204", "文昌里村", "village", kTown);
        await this.#node(system, "371323101205", "柳沟村", "village", kTown);
        this.grid = await this.#node(system, undefined, "第一网格", "grid", kVillage);
        this.otherGrid = await this.#node(system, undefined, "第一网格", "grid", kOtherVillage);
        await this.#unit(system, "bureau", kTown);
        await this.#unit(system, "unit", kVillage, "bureau");
        await this.#unit(system, "section", kVillage, "unit");
        await this.#unit(system, "neighbour", kVillage, "bureau");
        await this.#unit(system, "helper", kVillage, "bureau");
        await this.#catalogue(system);
        await this.#draw(system);
        await this.#signInAll(system, kCounty, logins);
    }

    /** One matter with which everything can be done that can be done with a case. */
    async #catalogue(system) {
        const limit = (stage, amount, unit) => ({ stage, limit: { amount, unit } });
        const matter = {
            code: "010101", name_zh: "路灯不亮", bearing: "bears", grid_may_close: true,
            responsible: [{ level: "village", unit: "unit", lead: true }],
            limits: [limit("handle", 3, "working_days"), limit("arrival_town", 600, "minutes"),
                     limit("arrival_country", 600, "minutes")],
        };
        this.catalogue = {
            title: "清单", source: "test",
            classes: [{ code: "01", name_zh: "市政", subclasses: [
                { code: "0101", name_zh: "设施", matters: [matter] }] }],
        };
        await system.post("/api/v1/matters/import", this.catalogue);
        const tree = JSON.stringify(await system.get("/api/v1/matters"));
        this.matter = await this.database.one("SELECT id FROM matter WHERE code = '010101'");
        if (!tree.includes(this.matter)) throw new Error("the matter is not in the catalogue");
        await this.changeNumbers(system, { sample_percent: 100 });
    }

    /** The request that changes some numbers of the loop, as its newest version now is. */
    async numbersWith(reader, changes) {
        const [newest] = (await reader.get("/api/v1/cases/settings")).items;
        const { version, valid_from, set_by, ...numbers } = newest;
        return { ...numbers, ...changes, seen_version: version };
    }

    async changeNumbers(system, changes) {
        const body = await this.numbersWith(system, changes);
        await system.must("PUT", "/api/v1/cases/settings", { body });
    }

    /** The village is drawn, and the county has a map of its streets. */
    async #draw(system) {
        const target = `/api/v1/territory/${this.nodes.get(kVillage).id}`;
        const [seen] = [(await system.get(target)).valid_from];
        const ring = [[118.5, 35.7], [118.6, 35.7], [118.6, 35.8], [118.5, 35.8], [118.5, 35.7]];
        const boundary = { type: "Polygon", coordinates: [ring] };
        await system.must("PATCH", target, { body: { seen, boundary } });
        await this.database.rows(`
            INSERT INTO base_map (county, geojson, digest, changed_at)
                VALUES ('${kCounty}', '{"type":"FeatureCollection","name":"白泉县","features":[]}',
                        '0123456789abcdef', now());
            INSERT INTO map_tile_set (county, version, west, south, east, north, min_zoom, max_zoom, tiles, octets,
                                      attribution, imported_at)
                VALUES ('${kCounty}', 'fedcba9876543210', 118.5, 35.7, 118.6, 35.8, 6, 6, 1, 20, '© 白泉县', now());
            INSERT INTO map_tile (county, zoom, x, y, octets)
                VALUES ('${kCounty}', 6, 53, 25, '\\x1f8b080000000000000303000000000000000000')`);
    }

    async #signInAll(system, county, logins) {
        for (const [login, grants] of logins) {
            const place = grants[0]?.[1] ?? "";
            await this.addAccount(login, county, place.startsWith(county) ? place : homeOf(county));
            for (const [role, place] of grants) await this.grant(login, county, role, place);
        }
        await twoAtATime([...logins.keys()], async (login) => {
            const caller = new Caller(this.server);
            this.people.set(login, await caller.signIn(login, kPassword, { county }));
        });
        for (const [login, grants] of logins)
            for (const [role, place] of grants)
                if (kPostOf[role] && this.nodes.has(place))
                    await this.appoint(system, login, kPostOf[role], place);
    }

    /** A post at that place, held by that account; answers the ids. */
    async appoint(system, login, kind, place, side = "a") {
        const [member, post, holding] = [uuid(), uuid(), uuid()];
        const node_id = this.nodes.get(place).id;
        const account_id = this.person(login).account;
        const told = { name: login, duty_phone: "", node_id, account_id };
        await system.post("/api/v1/staff", { id: member, ...told });
        await system.post("/api/v1/posts", { id: post, node_id, kind, title: "", duties: "" });
        await system.post(`/api/v1/posts/${post}/holdings`, { id: holding, member_id: member, side });
        return { member, post, holding };
    }
}
