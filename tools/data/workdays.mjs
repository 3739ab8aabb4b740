// Every day of the years that chinese-workday covers, as it answers: an opinion that shares nothing
// with chinese-days, against which the calendar is tested.
import { isWorkday } from "chinese-workday";

export const kFirstYear = 2011;
export const kLastYear = 2026;

/** "0111…": one digit for each day of the year, 1 where offices open. */
export function yearDigits(year) {
    let digits = "";
    for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; ) {
        digits += isWorkday(day.toISOString().slice(0, 10)) ? "1" : "0";
        day = new Date(day.getTime() + 86_400_000);
    }
    return digits;
}

export function fileText() {
    let text = "";
    for (let year = kFirstYear; year <= kLastYear; ++year) text += `${year} ${yearDigits(year)}\n`;
    return text;
}
