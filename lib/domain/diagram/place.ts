import { areNear, boxOf, center, segmentsOf, type Box, type Size } from './geometry.ts';
import { besideBox, besideLine, putLabel, type Span } from './label.ts';
import type { Flow, Node, Process } from './process.ts';
import { findRoute, type Scene } from './route.ts';
import type { Words } from './words.ts';

/** What to draw and in which sizes, for vertical lanes and a flow that goes down. */
export interface Frame {
  /** The width of a track, by the number of tracks. */
  readonly trackWidth: (tracks: number) => number;
  readonly sizeOf: (node: Node, trackWidth: number) => Size;
  readonly labelSize: (words: Words) => Size;
}

export interface Placement extends Scene {
  readonly lanes: readonly { readonly x: number; readonly width: number }[];
  readonly trackWidth: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;
const STEP = 3;

/**
 * How to look for a position, and how far down: first one whose flows cross no other, then one whose flows touch nothing
 * else, then any free one.
 */
const attempts = [
  { reach: 90, mayCross: false, anyhow: false },
  { reach: 300, mayCross: true, anyhow: false },
  { reach: Infinity, mayCross: true, anyhow: true },
] as const;

/**
 * Lays out a process. Tracks are side by side. Each node goes as high as there is room below the nodes that lead to it,
 * and clear routes for its flows. A row may begin beside the row before it if that is in another lane, so the picture is
 * a staircase. Nothing overlaps. A flow without a clear route is left out of `routes`.
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
  const scene: Scene = {
    boxes: new Map(),
    labels: new Map(),
    routes: new Map(),
    gutters: gutters.slice(2, -2),
    mayCross: false,
  };
  for (const node of process.nodes) {
    const middle = ((starts[node.lane] ?? 0) + node.track + 0.5) * trackWidth;
    const lane = lanes[node.lane] ?? { x: 0, width: trackWidth };
    putNode(node, frame.sizeOf(node, trackWidth), { process, frame, scene, lane, middle, right: tracks * trackWidth });
  }
  const everything = [...scene.boxes.values(), ...scene.labels.values()];
  const lowest = Math.max(...everything.map(({ y, height }) => y + height));
  return { ...scene, lanes, trackWidth, width: tracks * trackWidth, height: lowest + MARGIN };
}

/** A node to place, and what is around it. */
interface Site {
  readonly process: Process;
  readonly frame: Frame;
  readonly scene: Scene;
  readonly lane: Span;
  /** The middle of its track, and the picture's right border. */
  readonly middle: number;
  readonly right: number;
}

function putNode(node: Node, size: Size, site: Site): void {
  const { process, scene } = site;
  const arriving = process.flows.filter(({ to, from }) => to === node.id && scene.boxes.has(from));
  for (const { reach, mayCross, anyhow } of attempts)
    for (const box of placesFor(node, size, arriving, reach, site)) {
      if (!isFree(box, scene)) continue;
      const attempt: Scene = { ...copyOf(scene), mayCross };
      attempt.boxes.set(node.id, box);
      if (!putAround(node, box, arriving, attempt, site) && !anyhow) continue;
      for (const part of ['boxes', 'labels', 'routes'] as const)
        for (const [id, value] of attempt[part]) (scene[part] as Map<string, unknown>).set(id, value);
      return;
    }
}

/** Routes the node's flows from and to placed nodes, and places its name; false when one of them does not fit. */
function putAround(
  node: Node,
  box: Box,
  arriving: readonly Flow[],
  scene: Scene,
  { process, frame, lane, right }: Site,
) {
  const label = 'name' in node && node.name ? frame.labelSize(node.name) : undefined;
  const routed = arriving.map((flow) => putFlow(flow, scene, frame));
  const named = !label || putLabel(node.id, besideBox(node.kind, box, label, lane, right), scene);
  const leaving = process.flows.filter(({ to, from }) => from === node.id && to !== from && scene.boxes.has(to));
  for (const flow of leaving) putFlow(flow, { ...scene, mayCross: true }, frame);
  return named && routed.every(Boolean);
}

const copyOf = (scene: Scene): Scene => ({
  ...scene,
  boxes: new Map(scene.boxes),
  labels: new Map(scene.labels),
  routes: new Map(scene.routes),
});

/** Positions, the best first: an end beside its gateway, a side row level with it, everything else below. */
function* placesFor(
  node: Node,
  { width, height }: Size,
  arriving: readonly Flow[],
  reach: number,
  { middle, process, scene }: Site,
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
  for (let y = lowest; y < lowest + reach; y += STEP) yield at(middle, y);
}

const gapBelow = (kind: Node['kind'], flow: Flow | undefined): number => (kind === 'task' || flow?.isDefault ? 18 : 13);

/** On which side of a gateway its default flow leaves, so that the other flow can take the other side. */
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
