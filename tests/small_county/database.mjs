// SQL beside a server, through psql on the socket of its private database: as its owner to set up
// and to look, or as the server's own role under row-level security.
import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

const kEnd = "-- end of answer --";

export class Database {
    static open(data) {
        const database = new Database();
        const socket = path.join(data, "run");
        const words = ["-X", "-q", "-A", "-t", "-F", "\t", "-h", socket, "-U", "postgres"];
        database.child = spawn("psql", [...words, "-d", "jingwei"], {
            stdio: ["pipe", "pipe", "pipe"],
        });
        database.waiting = [];
        database.lines = [];
        database.faults = "";
        database.child.stderr.on("data", (chunk) => (database.faults += chunk));
        createInterface({ input: database.child.stdout }).on("line", (line) => {
            if (line === kEnd) database.waiting.shift()?.(database.lines.splice(0));
            else database.lines.push(line);
        });
        return database;
    }

    /** Rows of columns, all text. Several statements: the rows of all. */
    async rows(sql) {
        const answered = new Promise((resolve) => this.waiting.push(resolve));
        this.child.stdin.write(`${sql};\n\\echo ${kEnd}\n`);
        const lines = await answered;
        const faults = this.faults;
        this.faults = "";
        if (/ERROR|FATAL/.test(faults)) throw new Error(`${faults.trim()}\n${sql.slice(0, 2000)}`);
        return lines.map((line) => line.split("\t"));
    }

    async one(sql) {
        return (await this.rows(sql))[0]?.[0];
    }

    close() {
        this.child.stdin.end();
    }
}

/** A text as an SQL literal. */
export function literal(value) {
    return value === null || value === undefined ? "NULL" : `'${String(value).replaceAll("'", "''")}'`;
}
