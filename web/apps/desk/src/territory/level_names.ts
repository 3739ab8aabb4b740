import type { Level } from '@jingwei/api';
import { useI18n } from 'vue-i18n';
import { currentLanguage, type Language } from '@/i18n';

interface Levelled {
    level: Level;
    level_name: string;
}

/** The county's own word for a level, for who reads Chinese; nothing where it has none: then it is called by its code. */
export function ownName({ level, level_name: name }: Levelled, language: Language): string | undefined {
    return language === 'zh-CN' && name && name !== level ? name : undefined;
}

/** A level as the county calls it; other readers, and counties that named none, get the plain word. */
export function useLevelNames(): (node: Levelled) => string {
    const { t } = useI18n();
    return (node) => ownName(node, currentLanguage()) ?? t(`territory.levels.${node.level}`);
}
