/** People without a screen: what leads up to the one thing that a test looks at in the browser. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { people, place } from './county';

/** The demo's one password; everybody may know it. */
export const password = 'Yunxi-demo-2026';

/** A UUIDv7: the time first, so that the database keeps them in order. */
export function newId(): string {
    const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
    const variant = '89ab'[parseInt(hex[16] ?? '0', 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Receipt {
    case_id: string;
    code: string;
    step_no: number;
    state: string;
}

type Json = Record<string, unknown>;

/** Somebody signed in, over HTTP. */
export class Person {
    private constructor(readonly login: string, readonly cookie: string, private readonly csrf: string) {}

    static async of(login: string, secret = password): Promise<Person> {
        const answer = await fetch(`${inject('base')}/api/v1/session`, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: login, password: secret }),
        });
        const said = (await answer.json()) as { csrf_token: string };
        if (!answer.ok) throw new Error(`${login} cannot sign in: ${JSON.stringify(said)}`);
        return new Person(login, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', said.csrf_token);
    }

    async ask<Answer>(path: string): Promise<Answer> {
        return this.call('GET', path);
    }

    async tell<Answer = undefined>(path: string, body: Json): Promise<Answer> {
        return this.call('POST', path, body);
    }

    async set<Answer = undefined>(path: string, body: Json): Promise<Answer> {
        return this.call('PUT', path, body);
    }

    async change<Answer = undefined>(path: string, body: Json): Promise<Answer> {
        return this.call('PATCH', path, body);
    }

    /** The id of a photo that can be named in a step. */
    async upload(bytes: Buffer): Promise<string> {
        const form = new FormData();
        const id = newId();
        form.append('id', id);
        form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'photo.png');
        const answer = await fetch(`${inject('base')}/api/v1/files`, {
            method: 'POST', headers: { Cookie: this.cookie, 'X-CSRF-Token': this.csrf }, body: form,
        });
        if (!answer.ok) throw new Error(`${this.login}: the photo was refused: ${await answer.text()}`);
        return id;
    }

    private async call<Answer>(method: string, path: string, body?: Json): Promise<Answer> {
        const answer = await fetch(`${inject('base')}/api/v1${path}`, {
            method, headers: { Cookie: this.cookie, 'X-CSRF-Token': this.csrf, 'Content-Type': 'application/json' },
            ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const said = await answer.text();
        if (!answer.ok) throw new Error(`${this.login}: ${method} ${path}: ${answer.status} ${said}`);
        return (said ? JSON.parse(said) : undefined) as Answer;
    }
}

const known = new Map<string, Promise<Person>>();

/** Everybody signs in once per file of tests. */
export function person(login: string): Promise<Person> {
    const found = known.get(login) ?? Person.of(login);
    known.set(login, found);
    return found;
}

/** From now on every one of so many self-closed cases in a hundred is drawn for a sample check. */
export async function drawSamples(percent: number): Promise<void> {
    const system = await person(people.system);
    const { items } = await system.ask<{ items: { version: number; valid_from: unknown; set_by: unknown }[] }>('/cases/settings');
    if (!items[0]) throw new Error('the county goes by no numbers');
    const { version, valid_from: _from, set_by: _by, ...numbers } = items[0];
    await system.set('/cases/settings', { ...numbers, sample_percent: percent, seen_version: version });
}

interface Catalogue {
    classes: { subclasses: { matters: { id: string; code: string }[] }[] }[];
}

export async function matterOf(code: string): Promise<string> {
    const { classes } = await (await person(people.worker)).ask<Catalogue>('/matters');
    const found = classes.flatMap((one) => one.subclasses.flatMap((sub) => sub.matters)).find((one) => one.code === code);
    if (!found) throw new Error(`the catalogue has no matter ${code}`);
    return found.id;
}

export async function unitOf(name: string): Promise<string> {
    const { items } = await (await person(people.dispatcher)).ask<{ items: { id: string; name: string }[] }>(`/units?q=${encodeURIComponent(name)}`);
    const found = items.find((one) => one.name.endsWith(name) && one.name.startsWith(place.town)) ?? items[0];
    if (!found) throw new Error(`there is no unit ${name}`);
    return found.id;
}

interface Feature {
    properties: { id: string; path: string; name: string };
}

/** A point inside the worker's own grid. */
export async function spotInGrid(): Promise<{ lon: number; lat: number }> {
    const worker = await person(people.worker);
    const of = async (level: string): Promise<Feature['properties'][]> =>
        (await worker.ask<{ features: Feature[] }>(`/territory/boundaries?level=${level}`)).features.map((one) => one.properties);
    const home = (await of('village')).find((one) => one.name === place.village);
    const own = (await of('grid')).find((one) => one.name === place.grid && one.path.startsWith(`${home?.path}/`));
    return (await worker.ask<{ label: { lon: number; lat: number } }>(`/territory/${own?.id}`)).label;
}

/** A case that is on its way, and what people do to it. */
export class Case {
    private constructor(readonly id: string, readonly code: string) {}

    static async reported(description: string, given: Json = {}, by: string = people.worker, matter = '010201'): Promise<Case> {
        const receipt = await (await person(by)).tell<Receipt>('/cases', {
            id: newId(), step_id: newId(), channel: 'worker', matter: await matterOf(matter), description, address: '文昌路 6 号院', ...given,
        });
        return new Case(receipt.case_id, receipt.code);
    }

    async did(login: string, action: string, inputs: Json = {}): Promise<this> {
        const { step_no: seen } = await (await person(login)).ask<{ step_no: number }>(`/cases/${this.id}`);
        await (await person(login)).tell(`/cases/${this.id}/steps/${action}`, { step_id: newId(), expected_step: seen, ...inputs });
        return this;
    }

    /** With the town's desk. */
    static async atTown(description: string, given: Json = {}): Promise<Case> {
        return (await Case.reported(description, given)).did(people.lead, 'pass_up', { text: '社区没有这项职责。' });
    }

    static async assigned(description: string, given: Json = {}): Promise<Case> {
        return (await Case.atTown(description, given)).did(people.dispatcher, 'assign', { unit: await unitOf(place.unit) });
    }

    static async handling(description: string, given: Json = {}): Promise<Case> {
        return (await Case.assigned(description, given)).did(people.unit, 'sign');
    }

    static async handled(description: string, given: Json = {}): Promise<Case> {
        return (await Case.handling(description, given)).did(people.unit, 'handle', { text: '已经办妥。' });
    }

    static async closed(description: string, given: Json = {}): Promise<Case> {
        const one = await Case.handled(description, given);
        await one.did(people.worker, 'verify_pass');
        await one.did(people.dispatcher, 'answer', { text: '已经办妥，请您放心。' });
        return one.did(people.otherDispatcher, 'close');
    }
}
