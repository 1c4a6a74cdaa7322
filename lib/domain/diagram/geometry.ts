/** Pixels; x grows to the right, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point, Size {}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const center = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Whether two boxes come nearer to one another than the margin. */
export const areNear = (a: Box, b: Box, margin = 0): boolean =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

export type Segment = readonly [Point, Point];

export const segmentsOf = (points: readonly Point[]): Segment[] =>
  points.slice(1).map((point, index) => [points[index] ?? point, point] as const);

/** A horizontal or vertical segment as a box without thickness. */
export const boxOf = ([a, b]: Segment): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

export const isLevel = ([a, b]: Segment): boolean => Math.abs(a.y - b.y) < Math.abs(a.x - b.x);

export const lengthOf = (points: readonly Point[]): number =>
  segmentsOf(points).reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0);

/** Whether two stretches of one axis come nearer than the margin; each has its ends in any order. */
const overlap = (a1: number, a2: number, b1: number, b2: number, margin: number): boolean =>
  Math.min(a1, a2) < Math.max(b1, b2) + margin && Math.min(b1, b2) < Math.max(a1, a2) + margin;

/** As `areNear` of their boxes, which a layout would make by the million. */
const touch = ([a1, a2]: Segment, [b1, b2]: Segment, margin: number): boolean =>
  overlap(a1.x, a2.x, b1.x, b2.x, margin) && overlap(a1.y, a2.y, b1.y, b2.y, margin);

/** Whether two segments of one direction are so close that they look like one line. */
export const runTogether = (a: Segment, b: Segment, margin: number): boolean =>
  touch(a, b, margin) && isLevel(a) === isLevel(b);

export const cross = (a: Segment, b: Segment): boolean => touch(a, b, 0.01) && isLevel(a) !== isLevel(b);

export const transposed = ({ x, y }: Point): Point => ({ x: y, y: x });
export const transposedBox = ({ x, y, width, height }: Box): Box => ({ x: y, y: x, width: height, height: width });
