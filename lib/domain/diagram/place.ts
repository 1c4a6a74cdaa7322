import { areNear, boxOf, center, isLevel, segmentsOf, type Box, type Point } from './geometry.ts';
import type { Flow, Node, Process } from './process.ts';
import { findRoute, type Scene } from './route.ts';
import type { Words } from './words.ts';

/** What is to be drawn with which sizes, for lanes that stand upright and a flow that goes down. */
export interface Frame {
  /** Width of each of so many tracks. */
  readonly trackWidth: (tracks: number) => number;
  readonly sizeOf: (node: Node, trackWidth: number) => Size;
  readonly labelSize: (words: Words) => Size;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placement extends Scene {
  readonly lanes: readonly { readonly x: number; readonly width: number }[];
  readonly trackWidth: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;
const STEP = 3;
/** So far may the name of an end stretch over its lane's border. */
const OVERHANG = 5;
/** How far down a place is looked for before the picture is given up. */
const REACH = 900;

/**
 * Lays a process out: tracks beside one another, each node as high as it finds room below what leads to it, with clean
 * ways for its flows. A row in another lane may begin while the one before still stretches down, so the picture is a
 * staircase. Nothing overlaps, except that a flow which finds no clean way is left out of `routes`.
 */
export function placeProcess(process: Process, frame: Frame): Placement {
  const starts = process.lanes.map((_, lane) =>
    process.lanes.slice(0, lane).reduce((sum, { tracks }) => sum + tracks, 0),
  );
  const tracks = process.lanes.reduce((sum, lane) => sum + lane.tracks, 0);
  const trackWidth = frame.trackWidth(tracks);
  const lanes = process.lanes.map((lane, index) => ({
    x: (starts[index] ?? 0) * trackWidth,
    width: lane.tracks * trackWidth,
  }));
  const gutters = Array.from({ length: tracks + 1 }, (_, track) => track * trackWidth).flatMap((x) => [
    x - 4,
    x,
    x + 4,
  ]);
  const scene: Scene = { boxes: new Map(), labels: new Map(), routes: new Map(), gutters: gutters.slice(2, -2) };
  for (const node of process.nodes) {
    const middle = ((starts[node.lane] ?? 0) + node.track + 0.5) * trackWidth;
    const lane = lanes[node.lane] ?? { x: 0, width: trackWidth };
    putNode(node, middle, lane, process, frame, scene, tracks);
  }
  const everything = [...scene.boxes.values(), ...scene.labels.values()];
  const lowest = Math.max(...everything.map(({ y, height }) => y + height));
  return { ...scene, lanes, trackWidth, width: tracks * trackWidth, height: lowest + MARGIN };
}

type LaneSpan = { readonly x: number; readonly width: number };

function putNode(
  node: Node,
  middle: number,
  lane: LaneSpan,
  process: Process,
  frame: Frame,
  scene: Scene,
  tracks: number,
): void {
  const trackWidth = frame.trackWidth(tracks);
  const right = tracks * trackWidth;
  const size = frame.sizeOf(node, trackWidth);
  const arriving = process.flows.filter(({ to, from }) => to === node.id && scene.boxes.has(from));
  const leaving = process.flows.filter(({ to, from }) => from === node.id && to !== from && scene.boxes.has(to));
  for (const box of placesFor(node, size, middle, arriving, process, scene)) {
    if (!isFree(box, scene)) continue;
    const attempt: Scene = copyOf(scene);
    attempt.boxes.set(node.id, box);
    const label = 'name' in node && node.name ? frame.labelSize(node.name) : undefined;
    if (![...arriving].every((flow) => putFlow(flow, attempt, frame))) continue;
    if (label && !putLabel(node.id, besideBox(node.kind, box, label, lane, right), attempt)) continue;
    for (const flow of leaving) putFlow(flow, attempt, frame);
    for (const part of ['boxes', 'labels', 'routes'] as const)
      for (const [id, value] of attempt[part]) (scene[part] as Map<string, unknown>).set(id, value);
    return;
  }
  throw new Error(`no room for ${node.id}`);
}

const copyOf = (scene: Scene): Scene => ({
  ...scene,
  boxes: new Map(scene.boxes),
  labels: new Map(scene.labels),
  routes: new Map(scene.routes),
});

/** Places from the best downwards: an end beside its gateway, a side row level with it, all else below. */
function* placesFor(
  node: Node,
  { width, height }: Size,
  middle: number,
  arriving: readonly Flow[],
  process: Process,
  scene: Scene,
): Generator<Box> {
  const at = (x: number, y: number): Box => ({ x: x - width / 2, y, width, height });
  const sources = arriving.map(({ from }) => scene.boxes.get(from)).filter((box) => box !== undefined);
  const [flow] = arriving;
  const source = sources[0];
  if (node.kind === 'end' && flow?.outcome !== undefined && source) {
    const level = center(source).y - height / 2;
    const aside = source.width / 2 + 14 + width / 2;
    const sides = defaultGoesRight(flow.from, process) ? [-aside, aside] : [aside, -aside];
    for (const offset of sides) yield at(middle + offset, level);
  }
  const isSide = flow?.outcome !== undefined && node.kind === 'task';
  const from = sources.map((box) => {
    if (Math.abs(center(box).x - middle) < 1) return box.y + box.height + gapBelow(node.kind, flow);
    return isSide ? center(box).y - height / 2 : center(box).y + 14;
  });
  const lowest = Math.max(0, ...from);
  for (let y = lowest; y < lowest + REACH; y += STEP) yield at(middle, y);
}

const gapBelow = (kind: Node['kind'], flow: Flow | undefined): number => (kind === 'task' || flow?.isDefault ? 18 : 13);

/** On which side of a gateway its default way goes on, so that the other way may take the other side. */
function defaultGoesRight(gateway: string, { flows, nodes }: Process): boolean {
  const onward = flows.find(({ from, isDefault }) => from === gateway && isDefault);
  const [here, there] = [gateway, onward?.to].map((id) => nodes.find((node) => node.id === id));
  return here !== undefined && there !== undefined && there.lane > here.lane;
}

function isFree(box: Box, { boxes, labels, routes }: Scene): boolean {
  const taken = [...boxes.values(), ...labels.values()];
  if (taken.some((other) => areNear(box, other, MARGIN))) return false;
  return [...routes.values()].every(({ points }) =>
    segmentsOf(points).every((segment) => !areNear(boxOf(segment), box, MARGIN)),
  );
}

function putFlow(flow: Flow, scene: Scene, frame: Frame): boolean {
  const points = findRoute(flow, scene);
  if (!points) return false;
  scene.routes.set(flow.id, { to: flow.to, points });
  return !flow.name || putLabel(flow.id, besideLine(points, frame.labelSize(flow.name)), scene);
}

/** The first place that touches nothing. */
function putLabel(id: string, places: readonly Box[], scene: Scene): boolean {
  const boxes = [...scene.boxes.values(), ...scene.labels.values()];
  const lines = [...scene.routes.values()].flatMap(({ points }) => segmentsOf(points).map(boxOf));
  const place = places.find(
    (label) => boxes.every((box) => !areNear(label, box, 1)) && lines.every((line) => !areNear(label, line, 1)),
  );
  if (place) scene.labels.set(id, place);
  return place !== undefined;
}

/** Beside the start; below an end, at its sides, above it; within the lane, give or take a little, and within the picture. */
function besideBox(kind: Node['kind'], box: Box, { width, height }: Size, lane: LaneSpan, right: number): Box[] {
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

/** Above or below a level line, at either side of an upright one, near where it begins. */
function besideLine(points: readonly Point[], { width, height }: Size): Box[] {
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
