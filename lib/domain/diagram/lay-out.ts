import type { Channel, Regulation } from '../regulation/regulation.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, type, type Diagram, type Label, type NodeDrawn } from './diagram.ts';
import { center, type Box, type Point, type Size } from './geometry.ts';
import { measure } from './letters.ts';
import { placeProcess, type Frame, type Placement } from './place.ts';
import { processOf, type Node, type Process } from './process.ts';
import type { Words } from './words.ts';
import { shorten, wrap, type Setting } from './wrap.ts';

/** Title, notes, legend and lanes' names. */
const HEAD = 130;
const EVENT = 20;
const GATEWAY = 28;
const LABEL_WIDTH = 72;
const WIDEST_TASK = 170;

const labelSetting: Setting = { width: LABEL_WIDTH, size: type.label.size };
const wordsOf = ({ name, completion }: { readonly name: string; readonly completion: string }) =>
  [name, completion].find((text) => !/^[-–—]$/.test(text)) ?? '—';
const taskSetting = (width: number): Setting => ({ width: width - 2 * type.task.inset, size: type.task.size });
const taskWidth = (trackWidth: number) => Math.min(trackWidth - 18, WIDEST_TASK);

const linesOf = (node: Node, trackWidth: number, most: number): string[] =>
  node.kind === 'task'
    ? shorten(`${node.action.no}. ${wordsOf(node.action)}`, most, taskSetting(taskWidth(trackWidth)))
    : [];

/** @param most lines of words in a box */
const frameWith = (most: number): Frame => ({
  trackWidth: (tracks) => PAGE_WIDTH / tracks,
  sizeOf: (node, trackWidth) => {
    if (node.kind !== 'task') return square(node.kind === 'gateway' ? GATEWAY : EVENT);
    const lines = linesOf(node, trackWidth, most).length;
    return { width: taskWidth(trackWidth), height: lines * type.task.line + 2 * type.task.inset };
  },
  labelSize: (words) => {
    const texts = [words.ru, words.kk].map((text) => wrap(text, labelSetting));
    const widths = texts.flat().map((line) => measure(line, labelSetting.size));
    const lines = Math.max(...texts.map(({ length }) => length));
    return { width: Math.max(...widths), height: lines * type.label.line };
  },
});
const square = (side: number): Size => ({ width: side, height: side });

/** The picture of a regulation's channel, as wide as an A4 page. The longer the table, the fewer words each box gets. */
export function diagramOf(regulation: Regulation, channel: Channel): Diagram {
  const process = processOf(channel);
  const [most, placement] = placeOnPage(process);
  const { decree, title, id, version } = regulation;
  return {
    service: id,
    version,
    channel: channel.channel,
    title: { ru: title.ru, kk: title.kk },
    source: `${decree.issuer}, № ${decree.number} от ${decree.date}, ${channel.source}`,
    ...(channel.again && { again: channel.again.row }),
    width: PAGE_WIDTH,
    height: round(placement.height),
    lanes: process.lanes.map(({ name }, index) => {
      const { x, width } = placement.lanes[index] ?? { x: 0, width: 0 };
      const setting: Setting = { width: width - 12, size: type.lane.size, bold: true };
      return { x: round(x), width: round(width), lines: wrap(name, setting) };
    }),
    nodes: process.nodes.map((node) => drawNode(node, placement, most)),
    flows: process.flows.map(({ id: flow, from, to, isDefault, name }) => ({
      from,
      to,
      points: pointsOf(flow, from, to, placement).map(({ x, y }): [number, number] => [round(x), round(y)]),
      ...(isDefault && { isDefault }),
      ...drawLabel(flow, name, placement),
    })),
  };
}

/** If the layout found no clear route for a flow, its arrow goes straight, over other boxes if need be. */
const pointsOf = (flow: string, from: string, to: string, { routes, boxes }: Placement): readonly Point[] =>
  routes.get(flow)?.points ?? [from, to].flatMap((id) => boxes.get(id) ?? []).map(center);

/** How many lines a box may have so that the picture and its heading fit on a page; three if nothing fits. */
function placeOnPage(process: Process): readonly [number, Placement] {
  for (const most of [6, 5, 4]) {
    const placement = placeProcess(process, frameWith(most));
    if (placement.height <= PAGE_HEIGHT - HEAD) return [most, placement];
  }
  return [3, placeProcess(process, frameWith(3))];
}

function drawNode(node: Node, placement: Placement, most: number): NodeDrawn {
  const box = rectangle(placement.boxes.get(node.id));
  if (node.kind !== 'task') return { id: node.id, kind: node.kind, box, ...drawLabel(node.id, node.name, placement) };
  const { action, id, kind } = node;
  const lines = linesOf(node, placement.trackWidth, most);
  const words = wordsOf(action).replaceAll(/\s+/g, ' ');
  const states = action.does.filter((operation) => !('idle' in operation)).length;
  const isWhole = lines.join('').replaceAll(/\s/g, '') === `${action.no}.${words}`.replaceAll(/\s/g, '');
  return { id, kind, box, no: action.no, lines, ...(!isWhole && { words }), states };
}

const drawLabel = (id: string, name: Words | undefined, { labels }: Placement): { label?: Label } => {
  const box = labels.get(id);
  if (!name || !box) return {};
  return { label: { box: rectangle(box), ru: wrap(name.ru, labelSetting), kk: wrap(name.kk, labelSetting) } };
};

const round = (value: number) => Math.round(value * 2) / 2;
const rectangle = (box: Box = { x: 0, y: 0, width: 0, height: 0 }): [number, number, number, number] => [
  round(box.x),
  round(box.y),
  round(box.width),
  round(box.height),
];
