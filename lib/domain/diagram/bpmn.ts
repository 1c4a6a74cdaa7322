import { escapeHtml } from '../language/html.ts';
import type { Action, Channel, Regulation } from '../regulation/regulation.ts';
import { center, transposed, transposedBox, type Box, type Point } from './geometry.ts';
import { measure } from './letters.ts';
import { placeProcess, type Frame, type Placement } from './place.ts';
import { processOf, type Flow, type Node, type Process } from './process.ts';
import { channelWords, type Words } from './words.ts';
import { shorten, wrap } from './wrap.ts';

/** The usual sizes of modelling tools, in pixels; lanes are horizontal there. */
const TASK = { width: 160, height: 80 };
const TRACK = 150;
const POOL_HEAD = 30;
const LANE_HEAD = 50;
const END_GAP = 30;
const text = { size: 12, line: 14, label: 104 };

const labelOf = ({ ru }: Words) => {
  const lines = wrap(ru, { width: text.label, size: text.size });
  return { width: Math.max(...lines.map((line) => measure(line, text.size))), height: lines.length * text.line };
};

/** The layout has vertical lanes, so widths and heights are swapped. */
const frame: Frame = {
  trackWidth: () => TRACK,
  sizeOf: ({ kind }) => {
    const side = kind === 'gateway' ? 36 : 28;
    return kind === 'task' ? { width: TASK.height, height: TASK.width } : { width: side, height: side };
  },
  labelSize: (words) => {
    const { width, height } = labelOf(words);
    return { width: height, height: width };
  },
};

/**
 * A channel as BPMN 2.0 (ISO/IEC 19510): one pool, a lane for each actor, and the diagram interchange that lets a tool
 * draw it. The decrees want such a diagram («диаграмма функционального взаимодействия»).
 */
export function bpmnOf(regulation: Regulation, channel: Channel): string {
  const process = processOf(channel);
  const placement = placeProcess(process, frame);
  const setting = { width: placement.width - 20, size: text.size };
  const name = shorten(`${regulation.title.ru}, ${channelWords[channel.channel].ru}`, 2, setting).join(' ');
  const id = `${regulation.machine}-${channel.channel}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
      `id="definitions" targetNamespace="urn:e-akimat:${id}" exporter="e-akimat">`,
    '  <bpmn:collaboration id="collaboration">',
    `    <bpmn:participant id="pool" name="${escapeHtml(name)}" processRef="process" />`,
    '  </bpmn:collaboration>',
    '  <bpmn:process id="process" isExecutable="false">',
    ...laneSet(process),
    ...process.nodes.flatMap((node) => element(node, process.flows)),
    ...process.flows.map(sequenceFlow),
    '  </bpmn:process>',
    '  <bpmndi:BPMNDiagram id="diagram">',
    '    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">',
    ...shapes(process, placement),
    ...process.flows.map((flow) => edge(flow, placement)),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
    '</bpmn:definitions>',
    '',
  ].join('\n');
}

const laneSet = ({ lanes, nodes }: Process): string[] => [
  '    <bpmn:laneSet id="lanes">',
  ...lanes.flatMap(({ id, name }, lane) => [
    `      <bpmn:lane id="${id}" name="${escapeHtml(name)}">`,
    ...nodes
      .filter((node) => node.lane === lane)
      .map((node) => `        <bpmn:flowNodeRef>${node.id}</bpmn:flowNodeRef>`),
    '      </bpmn:lane>',
  ]),
  '    </bpmn:laneSet>',
];

const tags = { start: 'startEvent', end: 'endEvent', gateway: 'exclusiveGateway' } as const;

/** Who works in a row: a system, a person at a screen, or a person by hand before the machine starts. */
function taskTag({ does, actor }: Action): string {
  if (does.some((operation) => 'work' in operation)) return 'userTask';
  if (does.every((operation) => 'idle' in operation)) return actor.kind === 'system' ? 'task' : 'manualTask';
  return actor.kind === 'applicant' ? 'userTask' : 'serviceTask';
}

function element(node: Node, flows: readonly Flow[]): string[] {
  const tag = node.kind === 'task' ? taskTag(node.action) : tags[node.kind];
  const standard = flows.find(({ from, isDefault }) => from === node.id && isDefault);
  const name = node.kind === 'task' ? wordsOf(node.action) : node.name?.ru;
  const attributes = [
    `id="${node.id}"`,
    ...(name === undefined ? [] : [`name="${escapeHtml(name)}"`]),
    ...(standard && node.kind === 'gateway' ? [`default="${standard.id}"`] : []),
  ];
  return [
    `    <bpmn:${tag} ${attributes.join(' ')}>`,
    ...(node.kind === 'task'
      ? [`      <bpmn:documentation>${escapeHtml(wholeOf(node.action))}</bpmn:documentation>`]
      : []),
    ...flows.filter(({ to }) => to === node.id).map(({ id }) => `      <bpmn:incoming>${id}</bpmn:incoming>`),
    ...flows.filter(({ from }) => from === node.id).map(({ id }) => `      <bpmn:outgoing>${id}</bpmn:outgoing>`),
    `    </bpmn:${tag}>`,
  ];
}

const wordsOf = ({ no, name, completion }: Action): string =>
  shorten(`${no}. ${/^[-–—]$/.test(name) ? completion : name}`, 4, { width: TASK.width - 30, size: text.size }).join(
    ' ',
  );

const wholeOf = ({ no, actorName, name, completion, term }: Action): string =>
  `${no}. ${actorName}: ${name} → ${completion} (${term.text})`;

function sequenceFlow({ id, from, to, name, outcome }: Flow): string {
  const named = name ? ` name="${escapeHtml(name.ru)}"` : '';
  const begin = `    <bpmn:sequenceFlow id="${id}"${named} sourceRef="${from}" targetRef="${to}"`;
  if (outcome === undefined) return `${begin} />`;
  const condition = `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">outcome = '${outcome}'</bpmn:conditionExpression>`;
  return `${begin}>${condition}</bpmn:sequenceFlow>`;
}

const shift = ({ x, y }: Point): Point => ({ x: x + POOL_HEAD + LANE_HEAD, y });
const level = (box: Box): Box => ({ ...transposedBox(box), ...shift(transposedBox(box)) });
const bounds = (tag: string, { x, y, width, height }: Box) =>
  `<dc:${tag} x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" />`;
const round = (value: number) => Math.round(value * 10) / 10;

function shapes({ lanes, nodes }: Process, placement: Placement): string[] {
  const length = placement.height + END_GAP;
  const pool = { x: 0, y: 0, width: POOL_HEAD + LANE_HEAD + length, height: placement.width };
  const laneBox = ({ x, width }: { readonly x: number; readonly width: number }): Box => ({
    x: POOL_HEAD,
    y: x,
    width: LANE_HEAD + length,
    height: width,
  });
  return [
    shape('pool', pool, ' isHorizontal="true"'),
    ...lanes.map(({ id }, lane) =>
      shape(id, laneBox(placement.lanes[lane] ?? { x: 0, width: 0 }), ' isHorizontal="true"'),
    ),
    ...nodes.map(({ id, kind }) => {
      const box = placement.boxes.get(id);
      const marker = kind === 'gateway' ? ' isMarkerVisible="true"' : '';
      return box ? shape(id, level(box), marker, placement.labels.get(id)) : '';
    }),
  ];
}

const labelShape = (label: Box | undefined) =>
  label ? `<bpmndi:BPMNLabel>${bounds('Bounds', level(label))}</bpmndi:BPMNLabel>` : '';

const shape = (id: string, box: Box, more = '', label?: Box) =>
  `      <bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"${more}>${bounds('Bounds', box)}${labelShape(label)}</bpmndi:BPMNShape>`;

function edge({ id, from, to }: Flow, { routes, boxes, labels }: Placement): string {
  const straight = [boxes.get(from), boxes.get(to)].filter((box) => box !== undefined).map(center);
  const points = (routes.get(id)?.points ?? straight).map((point) => shift(transposed(point)));
  const way = points.map(({ x, y }) => `<di:waypoint x="${round(x)}" y="${round(y)}" />`).join('');
  return `      <bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}">${way}${labelShape(labels.get(id))}</bpmndi:BPMNEdge>`;
}
