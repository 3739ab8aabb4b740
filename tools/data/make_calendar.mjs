#!/usr/bin/env node
// Writes data/calendar/cn.json (from chinese-days) and, for the test of it,
// data/calendar/chinese-workday.txt. Run `npm ci` here first, then `npm run calendar`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import * as calendar from "./calendar.mjs";
import * as workdays from "./workdays.mjs";

const to = (name) => fileURLToPath(new URL(`../../data/calendar/${name}`, import.meta.url));
writeFileSync(to("cn.json"), calendar.fileText(calendar.years()));
writeFileSync(to("chinese-workday.txt"), workdays.fileText());
