import { areNear, boxOf, center, cross, lengthOf, runTogether, segmentsOf, type Box, type Point } from './geometry.ts';
import type { Flow } from './process.ts';

/** What is placed already. */
export interface Scene {
  readonly boxes: Map<string, Box>;
  /** Of nodes and flows, by their ids. */
  readonly labels: Map<string, Box>;
  readonly routes: Map<string, { readonly to: string; readonly points: readonly Point[] }>;
  /** Vertical lines between the tracks, along which a flow can go around nodes in its track. */
  readonly gutters: readonly number[];
  /** Whether a flow may cross another. */
  readonly mayCross: boolean;
}

const CLEARANCE = 5;
/** The cost of a bend and of a crossing, in pixels of route. */
const BEND = 30;
const CROSSING = 60;
/** Length of the arrow's head and a little of its line. */
const LANDING = 11;
/** A segment shorter than this looks like a mistake. */
const SHORTEST = 6;

/** The shortest route of horizontal and vertical lines that touches nothing; undefined when there is none. */
export function findRoute({ from, to, outcome }: Flow, scene: Scene): readonly Point[] | undefined {
  const [source, target] = [scene.boxes.get(from), scene.boxes.get(to)];
  if (!source || !target) return undefined;
  const others = [...scene.boxes].filter(([id]) => id !== from && id !== to).map(([, box]) => box);
  return candidates(source, target, scene.gutters)
    .filter(([first]) => outcome === undefined || first?.y !== source.y + source.height)
    .map(withoutIdlePoints)
    .filter((points) => isClean(points, source, target, others, scene, to))
    .map((points) => ({ points, crossings: crossingsOf(points, scene, to) }))
    .filter(({ crossings }) => scene.mayCross || crossings === 0)
    .map(({ points, crossings }) => ({ points, cost: costOf(points) + CROSSING * crossings }))
    .sort((a, b) => a.cost - b.cost)[0]?.points;
}

/**
 * From any side but the top, to the top or a side: straight, with one or two bends, or around along a gutter. The bottom
 * of a gateway is for its default flow.
 */
function candidates(source: Box, target: Box, gutters: readonly number[]): Point[][] {
  const [from, to] = [center(source), center(target)];
  const rightwards = to.x > from.x;
  const bottom = { x: from.x, y: source.y + source.height };
  const facing = { x: rightwards ? source.x + source.width : source.x, y: from.y };
  const averted = { x: rightwards ? source.x : source.x + source.width, y: from.y };
  const top = { x: to.x, y: target.y };
  const side = { x: rightwards ? target.x : target.x + target.width, y: to.y };
  const landing = top.y - LANDING;
  const leaving = bottom.y + LANDING;
  return [
    ...(Math.abs(from.x - to.x) < 0.5 ? [[bottom, { x: bottom.x, y: top.y }]] : []),
    ...(Math.abs(from.y - to.y) < 0.5 ? [[facing, side]] : []),
    [facing, { x: to.x, y: from.y }, top],
    [bottom, { x: from.x, y: to.y }, side],
    [bottom, { x: from.x, y: landing }, { x: to.x, y: landing }, top],
    [bottom, { x: from.x, y: leaving }, { x: to.x, y: leaving }, top],
    ...gutters.flatMap((x) => [
      ...[facing, averted].map((port) => [port, { x, y: from.y }, { x, y: landing }, { x: to.x, y: landing }, top]),
      [bottom, { x: from.x, y: leaving }, { x, y: leaving }, { x, y: landing }, { x: to.x, y: landing }, top],
    ]),
  ];
}

const withoutIdlePoints = (points: readonly Point[]): Point[] =>
  points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return true;
    if (before.x === point.x && before.y === point.y) return false;
    return !after || !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });

function isClean(points: readonly Point[], source: Box, target: Box, others: readonly Box[], scene: Scene, to: string) {
  const segments = segmentsOf(points);
  if (!segments.every(([a, b]) => Math.abs(a.x - b.x) < 0.01 || Math.abs(a.y - b.y) < 0.01)) return false;
  const last = segments.at(-1);
  if (!last || lengthOf(last) < LANDING - 1 || segments.some((segment) => lengthOf(segment) < SHORTEST)) return false;
  // Time goes down; only a flow back to an earlier row goes up.
  if (target.y + target.height > source.y && segments.some(([a, b]) => b.y < a.y)) return false;
  return segments.every((segment) => {
    const line = boxOf(segment);
    if (others.some((box) => areNear(line, box, CLEARANCE))) return false;
    if ([source, target].some((box) => areNear(line, box, -1))) return false;
    if ([...scene.labels.values()].some((label) => areNear(line, label, 1))) return false;
    return [...scene.routes.values()].every(
      (route) => route.to === to || segmentsOf(route.points).every((other) => !runTogether(segment, other, CLEARANCE)),
    );
  });
}

const costOf = (points: readonly Point[]): number => lengthOf(points) + BEND * (points.length - 2);

function crossingsOf(points: readonly Point[], { routes }: Scene, to: string): number {
  const others = [...routes.values()].filter((route) => route.to !== to).flatMap((route) => segmentsOf(route.points));
  return segmentsOf(points).reduce((sum, one) => sum + others.filter((other) => cross(one, other)).length, 0);
}
