import type { Level } from '@jingwei/api';
import { useI18n } from 'vue-i18n';
import { currentLanguage } from '@/i18n';

/** A level as the county calls it; its names are Chinese, so other readers get the plain word. */
export function useLevelNames(): (node: { level: Level; level_name: string }) => string {
    const { t } = useI18n();
    return (node) => (currentLanguage() === 'en' ? t(`territory.levels.${node.level}`) : node.level_name);
}
