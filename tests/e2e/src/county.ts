/** Where and who in the demo county. The same seed makes the same county, so these are fixed. */
export const people = {
    worker: 'grid09', lead: 'village03', dispatcher: 'town11', otherDispatcher: 'town12', unit: 'station12', caller: 'supervisor',
    helper: 'station11', instructor: 'cadre11', county: 'county1', hotline: 'hotline1', system: 'system', security: 'security', auditor: 'auditor',
} as const;

export const place = { village: '文昌里社区', grid: '第一网格', unit: '公共事务服务中心', helper: '综合行政执法队', town: '云阳街道' } as const;
