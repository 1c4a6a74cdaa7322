import { describe, expect, it } from '@jest/globals';
import { PAGE_HEIGHT, PAGE_WIDTH, type, type Diagram, type Label } from '../../../../lib/domain/diagram/diagram.ts';
import { areNear, boxOf, runTogether, segmentsOf, type Box } from '../../../../lib/domain/diagram/geometry.ts';
import { measure } from '../../../../lib/domain/diagram/letters.ts';
import { drawSvg } from '../../../../lib/domain/diagram/svg.ts';
import { every } from './every.ts';

const box = ([x, y, width, height]: readonly [number, number, number, number]): Box => ({ x, y, width, height });
const labelsOf = ({ nodes, flows }: Diagram): Label[] => [...nodes, ...flows].flatMap(({ label }) => label ?? []);
const waysOf = ({ flows }: Diagram) =>
  flows.map((flow) => ({ ...flow, segments: segmentsOf(flow.points.map(([x, y]) => ({ x, y }))) }));

/** Coordinates are rounded to half a pixel. */
const SLACK = -1;

it('has a picture for each of the 38 channels', () => {
  expect(every).toHaveLength(38);
});

describe.each(every)('$name', ({ diagram, channel }) => {
  const boxes = [
    ...diagram.nodes.map((node) => ({ id: node.id, box: box(node.box) })),
    ...labelsOf(diagram).map((label) => ({ id: label.ru.join(' '), box: box(label.box) })),
  ];

  it('shows every row once, by its number', () => {
    const drawn = diagram.nodes.flatMap(({ no }) => no ?? []);
    expect(drawn.toSorted((a, b) => a - b)).toEqual(channel.actions.map(({ no }) => no).toSorted((a, b) => a - b));
  });

  it('has no overlaps', () => {
    const overlaps = boxes.flatMap((a, index) =>
      boxes.slice(index + 1).flatMap((b) => (areNear(a.box, b.box, SLACK) ? [`${a.id} and ${b.id}`] : [])),
    );
    expect(overlaps).toEqual([]);
  });

  it('leads no flow through a box or a name, and no two flows along one line', () => {
    const ways = waysOf(diagram);
    const through = ways.flatMap(({ from, to, segments }) =>
      boxes
        .filter((each) => segments.some((segment) => areNear(boxOf(segment), each.box, SLACK)))
        .map(({ id }) => `${from} → ${to} through ${id}`),
    );
    const along = ways.flatMap((a, index) =>
      ways
        .slice(index + 1)
        .filter((b) => a.to !== b.to)
        .filter((b) => a.segments.some((one) => b.segments.some((other) => runTogether(one, other, 1))))
        .map((b) => `${a.from} → ${a.to} along ${b.from} → ${b.to}`),
    );
    expect([...through, ...along]).toEqual([]);
  });

  it('leads each flow from its source to its target, in horizontal and vertical lines', () => {
    const touches = (id: string, [x, y]: readonly [number, number] = [0, 0]) => {
      const node = diagram.nodes.find((each) => each.id === id);
      return node !== undefined && areNear({ x, y, width: 0, height: 0 }, box(node.box), 1);
    };
    const wrong = waysOf(diagram).filter(
      ({ from, to, points, segments }) =>
        !touches(from, points[0]) ||
        !touches(to, points.at(-1)) ||
        !segments.every(([a, b]) => Math.abs(a.x - b.x) <= 0.5 || Math.abs(a.y - b.y) <= 0.5),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps each box within its lane and each text within its box', () => {
    for (const node of diagram.nodes) {
      const [x, , width, height] = node.box;
      expect(diagram.lanes.some((lane) => lane.x <= x && x + width <= lane.x + lane.width + 0.5)).toBe(true);
      const lines = node.lines ?? [];
      const room = width - 2 * type.task.inset;
      expect(lines.filter((line) => measure(line, type.task.size) > room + 0.5)).toEqual([]);
      expect(lines.length * type.task.line).toBeLessThanOrEqual(height - type.task.inset);
    }
    for (const lane of diagram.lanes)
      expect(lane.lines.filter((line) => measure(line, type.lane.size, true) > lane.width - 8)).toEqual([]);
  });

  it.each(['ru', 'kk'] as const)('keeps each name within its space and the picture (%s)', (language) => {
    for (const label of labelsOf(diagram)) {
      const [x, , width, height] = label.box;
      expect(label[language].filter((line) => measure(line, type.label.size) > width + 0.5)).toEqual([]);
      expect(label[language].length * type.label.line).toBeLessThanOrEqual(height + 0.5);
      expect(x >= 0 && x + width <= PAGE_WIDTH).toBe(true);
    }
  });

  it.each(['ru', 'kk'] as const)('fits on an A4 page with its legend (%s)', (language) => {
    const svg = drawSvg(diagram, { language, marks: new Map(), caption: '№' });
    const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect(Number(width)).toBeLessThanOrEqual(PAGE_WIDTH + 2);
    expect(Number(height)).toBeLessThanOrEqual(PAGE_HEIGHT);
  });
});
