const kSvg = 'http://www.w3.org/2000/svg';

function part(name: string, attributes: Record<string, string>): SVGElement {
    const made = document.createElementNS(kSvg, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
}

/** The pin of the one place that a case is about. */
export function pinElement(): HTMLElement {
    const holder = document.createElement('div');
    const svg = part('svg', { width: '30', height: '38', viewBox: '0 0 30 38', 'aria-hidden': 'true' });
    svg.append(
        part('path', { d: 'M15 37C7 27 2 21.500 2 14.500a13 13 0 0 1 26 0C28 21.500 23 27 15 37Z', fill: '#a8402a', stroke: '#fff', 'stroke-width': '2' }),
        part('circle', { cx: '15', cy: '14.500', r: '4.800', fill: '#fff' }),
    );
    holder.append(svg);
    return holder;
}
