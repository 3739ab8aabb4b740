// Who is asked about: for every column of the table an account at every place that the role can be
// granted for. See small_county.mjs for the places.
import { kCounty, kOtherCounty, kOtherVillage, kPathRoles, kTown, kVillage } from "../small_county/small_county.mjs";
import { makers } from "./cases.mjs";

const kGrid = `${kVillage}/001`;
const kPaths = {
    county: kCounty, above: kTown, here: kVillage, beside: kOtherVillage, below: kGrid, other: kOtherCounty,
};
const kUnits = { above: "bureau", here: "unit", beside: "neighbour", below: "section", other: "elsewhere" };

/** Columns of the table beside the roles: who is something to a case without a role for its place. */
export const kOnlyOfCases = ["helping_unit", "reporter", "trusted_dispatcher"];
export const columns = [
    ...kPathRoles.slice(0, 5), "handler", ...kPathRoles.slice(5), "without_role", ...kOnlyOfCases,
];

/** Places at which somebody of that column is. */
export function placesOf(column) {
    if (column === "auditor") return ["county", "other"]; // the audit is of the whole county
    if (column === "handler") return Object.keys(kUnits);
    if (column === "helping_unit" || column === "reporter") return ["here"];
    return Object.keys(kPaths);
}

function grantsOf(column, place) {
    if (column === "without_role") return [];
    if (column === "handler") return [["handler", kUnits[place]]];
    if (column === "helping_unit") return [["handler", "helper"]];
    if (column === "reporter") return [["grid_worker", kOtherVillage]];
    if (column === "trusted_dispatcher")
        return [["dispatcher", kPaths[place]], ["confidant", kPaths[place]]];
    return [[column, kPaths[place]]];
}

export function loginOf(column, place) {
    if (column === "reporter") return "reporter";
    return `${column}.${place}`;
}

/** login → grants, of both counties, for SmallCounty.open(). */
export function logins() {
    const own = new Map(Object.entries(makers));
    const other = new Map();
    for (const column of columns)
        for (const place of placesOf(column))
            (place === "other" ? other : own).set(loginOf(column, place), grantsOf(column, place));
    return { own, other };
}

export { grantsOf };
