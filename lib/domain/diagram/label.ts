import { areNear, boxOf, center, isLevel, segmentsOf, type Box, type Point, type Size } from './geometry.ts';
import type { Node } from './process.ts';
import type { Scene } from './route.ts';

/** How far the name of an end may extend over its lane's border. */
const OVERHANG = 5;

/** The left and right borders of a lane. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

/** The first place that touches nothing. */
export function putLabel(id: string, places: readonly Box[], scene: Scene): boolean {
  const boxes = [...scene.boxes.values(), ...scene.labels.values()];
  const lines = [...scene.routes.values()].flatMap(({ points }) => segmentsOf(points).map(boxOf));
  const place = places.find(
    (label) => boxes.every((box) => !areNear(label, box, 1)) && lines.every((line) => !areNear(label, line, 1)),
  );
  if (place) scene.labels.set(id, place);
  return place !== undefined;
}

/** Beside a start; below, beside or above an end; within the picture, and nearly within the lane. */
export function besideBox(kind: Node['kind'], box: Box, { width, height }: Size, lane: Span, right: number): Box[] {
  const { x, y } = center(box);
  const [from, to] = [Math.max(0, lane.x - OVERHANG), Math.min(right, lane.x + lane.width + OVERHANG) - width];
  const within = (left: number) => Math.min(Math.max(left, from), to);
  const below = box.y + box.height + 2;
  const above = box.y - height - 2;
  const sides = [box.x + box.width + 4, box.x - width - 4].map((left) => ({ x: left, y: y - height / 2 }));
  // A little lower is below the gateway that an end hangs from.
  const over = [below, below + 4, above].flatMap((top) =>
    [x - width / 2, x - box.width / 2, x + box.width / 2 - width].map((left) => ({ x: within(left), y: top })),
  );
  return (kind === 'start' ? [...sides, ...over] : [...over.slice(0, 6), ...sides, ...over.slice(6)])
    .filter((place) => place.x >= from && place.x <= to)
    .map((place) => ({ ...place, width, height }));
}

/** Above or below a horizontal line, at either side of a vertical one, near its beginning. */
export function besideLine(points: readonly Point[], { width, height }: Size): Box[] {
  return segmentsOf(points).flatMap((segment) => {
    const [a, b] = segment;
    if (!isLevel(segment))
      return [a.x + 3, a.x - width - 3].flatMap((x) => [
        { x, y: a.y + 3, width, height },
        { x, y: b.y - height - 12, width, height },
      ]);
    const x = b.x > a.x ? a.x + 2 : a.x - width - 2;
    return [a.y - height - 2, a.y + 2].map((y) => ({ x, y, width, height }));
  });
}
