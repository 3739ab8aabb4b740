import { dayOf, fullTime, shortDay } from '@jingwei/ui';
import { useI18n } from 'vue-i18n';

/** Days and times in the words of the reader; a day of another year says its year. */
export function useDays(): { day(text: string): string; time(text: string): string } {
    const { locale } = useI18n();
    const thisYear = dayOf(new Date()).slice(0, 4);
    return {
        day: (text) => (text.startsWith(thisYear) ? shortDay(text, locale.value) : text),
        time: (text) => fullTime(text, locale.value),
    };
}
