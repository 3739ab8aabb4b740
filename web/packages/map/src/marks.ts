import { colours } from './colours';

const kSize = 26;
const kRatio = 2;
export const markKinds = ['green', 'yellow', 'red', 'none'] as const;
type MarkKind = (typeof markKinds)[number];

/** The outlines of the lights, as they are everywhere: circle, triangle, square; a diamond where no clock runs. */
function outline(pen: CanvasRenderingContext2D, kind: MarkKind): void {
    const middle = kSize / 2;
    pen.beginPath();
    if (kind === 'green') pen.arc(middle, middle, 8, 0, 2 * Math.PI);
    else if (kind === 'red') pen.roundRect(middle - 7.5, middle - 7.5, 15, 15, 2.5);
    else {
        const corners = kind === 'yellow' ? [[0, -9.5], [10, 8], [-10, 8]] : [[0, -8.5], [8.5, 0], [0, 8.5], [-8.5, 0]];
        for (const [x = 0, y = 0] of corners) pen.lineTo(middle + x, middle + y);
        pen.closePath();
    }
}

/** The picture of a mark; undefined where the browser draws none. */
export function markImage(kind: MarkKind): { image: ImageData; pixelRatio: number } | undefined {
    const sheet = document.createElement('canvas');
    sheet.width = sheet.height = kSize * kRatio;
    const pen = sheet.getContext('2d');
    if (!pen) return undefined;
    pen.scale(kRatio, kRatio);
    outline(pen, kind);
    pen.lineJoin = 'round';
    pen.lineWidth = 4;
    pen.strokeStyle = '#fff';
    pen.stroke();
    pen.fillStyle = kind === 'none' ? colours.plain : colours[kind];
    pen.fill();
    return { image: pen.getImageData(0, 0, sheet.width, sheet.height), pixelRatio: kRatio };
}
