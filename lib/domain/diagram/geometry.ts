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

/** Whether two segments of one direction are so close that they look like one line. */
export const runTogether = (a: Segment, b: Segment, margin: number): boolean =>
  isLevel(a) === isLevel(b) && areNear(boxOf(a), boxOf(b), margin);

export const cross = (a: Segment, b: Segment): boolean =>
  isLevel(a) !== isLevel(b) && areNear(boxOf(a), boxOf(b), 0.01);

export const transposed = ({ x, y }: Point): Point => ({ x: y, y: x });
export const transposedBox = ({ x, y, width, height }: Box): Box => ({ x: y, y: x, width: height, height: width });
