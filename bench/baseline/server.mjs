// What one writes in an afternoon: seven handlers, one statement each, on Fastify and pg. Nobody
// signs in; no rights, no workflow, no steps, no deadlines, no audit.
//
//   node server.mjs SOCKET-FOLDER DATABASE USER     says "listening PORT"
import Fastify from "fastify";
import pg from "pg";

const kConnections = 4; // on two processors as fast as sixteen, at a quarter less of PostgreSQL's time

const [host, database, user] = process.argv.slice(2);
const pool = new pg.Pool({ host, database, user, max: kConnections });
const app = Fastify();

const receipt = {
    type: "object",
    properties: { id: { type: "string" }, code: { type: "string" }, state: { type: "string" } },
};
const page = {
    type: "object",
    properties: {
        items: {
            type: "array",
            items: {
                type: "object",
                properties: {
                    id: { type: "string" },
                    code: { type: "string" },
                    state: { type: "string" },
                    grid_path: { type: "string" },
                    unit_id: { type: "string", nullable: true },
                    summary: { type: "string" },
                    address: { type: "string" },
                    lon: { type: "number", nullable: true },
                    lat: { type: "number", nullable: true },
                    reported_at: { type: "string" },
                },
            },
        },
    },
};

const answers = (schema) => ({ schema: { response: { 200: schema, 201: schema } } });

function sendOne(reply, rows) {
    if (rows.length === 1) return rows[0];
    return reply.code(409).send({ error: "wrong state" });
}

app.post("/cases", answers(receipt), async ({ body }, reply) => {
    const { rows } = await pool.query({
        name: "report",
        text: `INSERT INTO cases (id, code, channel, matter_id, grid_path, state, description,
                                  address, lon, lat, reported_at)
               VALUES ($1, 'N' || nextval('case_number'), $2, $3, $4, 'reported', $5, $6, $7, $8, now())
               RETURNING id, code, state`,
        values: [
            body.id,
            body.channel,
            body.matter,
            body.path,
            body.description,
            body.address,
            body.point.lon,
            body.point.lat,
        ],
    });
    return reply.code(201).send(rows[0]);
});

app.post("/cases/:id/steps/assign", answers(receipt), async ({ params, body }, reply) => {
    const { rows } = await pool.query({
        name: "assign",
        text: `UPDATE cases SET state = 'assigned', unit_id = $2, assigned_at = now()
               WHERE id = $1 AND state = 'reported' RETURNING id, code, state`,
        values: [params.id, body.unit],
    });
    return sendOne(reply, rows);
});

/** One handler and one statement of its own for each further step. */
function addStep(action, from, to, time) {
    const text = `UPDATE cases SET state = '${to}', ${time} = now()
                  WHERE id = $1 AND state = '${from}' RETURNING id, code, state`;
    app.post(`/cases/:id/steps/${action}`, answers(receipt), async ({ params }, reply) => {
        const { rows } = await pool.query({ name: action, text, values: [params.id] });
        return sendOne(reply, rows);
    });
}
addStep("sign", "assigned", "handling", "signed_at");
addStep("handle", "handling", "handled", "handled_at");
addStep("verify_pass", "handled", "verified", "verified_at");
addStep("close", "verified", "closed", "closed_at");

app.get("/cases", answers(page), async ({ query }) => {
    const { rows } = await pool.query({
        name: "search",
        text: `SELECT id, code, state, grid_path, unit_id, left(description, 60) AS summary,
                      address, lon, lat, reported_at
               FROM cases WHERE matter_id = $1 ORDER BY reported_at DESC, id DESC LIMIT $2`,
        values: [query.matter, query.limit],
    });
    return { items: rows };
});

await app.listen({ host: "127.0.0.1", port: 0 });
console.log(`listening ${app.server.address().port}`);
process.on("SIGTERM", async () => {
    await app.close();
    await pool.end();
});
