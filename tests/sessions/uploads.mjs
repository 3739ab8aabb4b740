// What is uploaded never runs: it is a photo that was drawn anew, a document to be saved, or
// refused, whatever it is called and says that it is.
import { formOf } from "../small_county/caller.mjs";
import { uuid } from "../small_county/small_county.mjs";
import { photo } from "../rights/case_operations.mjs";
import { equal, holds } from "./expect.mjs";

const kScript = "<script>fetch('/api/v1/session')</script>";
const kMark = "fetch('/api/v1/session')";
const latin = (text) => Buffer.from(text, "latin1");
const pdf = `%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(${kMark})>>>>endobj\n${kScript}\n%%EOF\n`;
/** A whole GIF of one point whose size spells a comment that a script would begin with. */
const gif = Buffer.concat([latin("GIF89a"), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0]),
    latin("\x21\xfe"), Buffer.from([kMark.length + 5]), latin(`*/=1;${kMark}`), Buffer.from([0]),
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b])]);

/** Name → [bytes, whether a photo may come of it]. Each is sent under every name and type below. */
const files = {
    svg: [latin(`<svg xmlns="http://www.w3.org/2000/svg" onload="${kMark}">${kScript}</svg>`), false],
    "svg with a declaration": [latin(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${kScript}</svg>`), false],
    html: [latin(`<!DOCTYPE html><html><body>${kScript}</body></html>`), false],
    "html behind blanks": [latin(`\n\n   <html>${kScript}`), false],
    xhtml: [latin(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${kScript}</html>`), false],
    script: [latin(`${kMark};`), false],
    "html that begins like a photo": [Buffer.concat([latin("\xff\xd8\xff\xe0"), latin(kScript)]), false],
    "photo with html behind it": [Buffer.concat([photo(), latin(kScript)]), true],
    "gif that is a script": [gif, true],
    "document with a script": [latin(pdf), false],
    "html with a document in it": [latin(`<html>${kScript}<!--\n${pdf}`), false],
    zip: [Buffer.concat([latin("PK\x03\x04"), Buffer.alloc(60), latin(kScript)]), false],
};
const disguises = [
    { name: "1.png", type: "image/png" },
    { name: "1.jpg\".html", type: "text/html" },
    { name: "../../1.svg", type: "image/svg+xml" },
    { name: "1.pdf", type: "application/pdf" },
];

async function upload(world, bytes, disguise) {
    const id = uuid();
    const form = formOf({ id }, { ...disguise, bytes });
    const answer = await world.person("worker").send("POST", "/api/v1/files", { form });
    return { id, answer };
}

/** What a browser would do with a file that it is given. */
async function checkServed(world, id, what) {
    for (const size of ["full", "thumb"]) {
        const answer = await world.person("worker").send("GET", `/api/v1/files/${id}?size=${size}`);
        if (size === "thumb" && answer.status === 404) continue;
        equal(answer.status, 200, what);
        const { headers } = answer;
        const type = headers["content-type"];
        holds(["image/jpeg", "application/pdf"].includes(type), `${what} is served as ${type}`);
        equal(headers["x-content-type-options"], "nosniff", what);
        holds(/sandbox/.test(headers["content-security-policy"]), `${what} is not in a sandbox`);
        if (type === "image/jpeg") holds(!answer.text.includes(kMark), `${what} kept its script`);
        else holds(/^attachment/.test(headers["content-disposition"]), `${what} is shown beside our pages`);
        holds(!/[\r\n]|\.\.\//.test(headers["content-disposition"] ?? ""), `${what} chose its own folder`);
    }
}

export const uploadTests = {
    async "pictures with scripts, pages and what is several things at once never run"(world) {
        let taken = 0;
        for (const [what, [bytes, mayBePhoto]] of Object.entries(files))
            for (const disguise of disguises) {
                const { id, answer } = await upload(world, bytes, disguise);
                const name = `${what} as ${disguise.name} (${disguise.type})`;
                if (answer.status < 300) {
                    ++taken;
                    holds(mayBePhoto || answer.body.media_type === "application/pdf", `${name} was taken in as ${answer.body.media_type}`);
                    await checkServed(world, id, name);
                } else {
                    equal(answer.status, 400, name);
                    const gone = await world.person("worker").send("GET", `/api/v1/files/${id}`);
                    equal(gone.status, 404, `${name} after its refusal`);
                }
            }
        holds(taken >= 2 * disguises.length, `only ${taken} were taken in, so little was proved`);
    },

    async "a photo of somebody in a post is a photo and nothing else"(world) {
        const system = world.person("system.371323");
        const member = uuid();
        const node_id = world.nodes.get("371323/101/204").id;
        await system.post("/api/v1/staff", { id: member, name: "王照", duty_phone: "", node_id });
        for (const [what, [bytes, mayBePhoto]] of Object.entries(files)) {
            const form = formOf({}, { name: "1.png", type: "image/png", bytes });
            const answer = await system.send("POST", `/api/v1/staff/${member}/photo`, { form });
            holds(mayBePhoto ? answer.status < 300 : answer.status === 400, `${what}: ${answer.status}`);
        }
    },
};
