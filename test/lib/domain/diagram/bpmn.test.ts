import { describe, expect, it } from '@jest/globals';
import { BpmnModdle, type Element } from 'bpmn-moddle';
import { areNear, type Box } from '../../../../lib/domain/diagram/geometry.ts';
import { every } from './every.ts';

interface Lane extends Element {
  readonly name: string;
  readonly flowNodeRef: readonly Element[];
}
interface Shape extends Element {
  readonly bpmnElement: Element;
  readonly bounds?: Box;
  readonly waypoint?: readonly { readonly x: number; readonly y: number }[];
}
interface Definitions extends Element {
  readonly rootElements: readonly (Element & {
    readonly flowElements?: readonly Element[];
    readonly laneSets?: readonly { readonly lanes: readonly Lane[] }[];
  })[];
  readonly diagrams: readonly { readonly plane: { readonly planeElement: readonly Shape[] } }[];
}

async function read(xml: string) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const { rootElements, diagrams } = rootElement as Definitions;
  const process = rootElements.find(({ $type }) => $type === 'bpmn:Process');
  return {
    warnings: warnings.map(({ message }) => message),
    flowElements: process?.flowElements ?? [],
    lanes: process?.laneSets?.[0]?.lanes ?? [],
    shapes: diagrams[0]?.plane.planeElement ?? [],
  };
}

const boundsOf = (shapes: readonly Shape[], element: Element): Box => {
  const bounds = shapes.find(({ bpmnElement }) => bpmnElement.id === element.id)?.bounds;
  if (!bounds) throw new Error(`${element.id} has no place`);
  return { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
};
const isWithin = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe.each(every)('$name as BPMN 2.0', ({ bpmn, diagram, channel }) => {
  it('is read by a BPMN tool without a warning', async () => {
    expect((await read(bpmn)).warnings).toEqual([]);
  });

  it('has each node in one lane, under the name of the decree', async () => {
    const { flowElements, lanes } = await read(bpmn);
    const nodes = flowElements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow').map(({ id }) => id);
    expect(lanes.flatMap(({ flowNodeRef }) => flowNodeRef.map(({ id }) => id)).toSorted()).toEqual(nodes.toSorted());
    expect(nodes.toSorted()).toEqual(diagram.nodes.map(({ id }) => id).toSorted());
    const named = new Set(channel.actions.map(({ actorName }) => actorName.toLowerCase()));
    expect(lanes.filter(({ name }) => !named.has(name.toLowerCase()))).toEqual([]);
  });

  it('places every node in its lane and overlaps none', async () => {
    const { lanes, shapes } = await read(bpmn);
    for (const lane of lanes)
      for (const node of lane.flowNodeRef) expect(isWithin(boundsOf(shapes, node), boundsOf(shapes, lane))).toBe(true);
    const boxes = lanes.flatMap(({ flowNodeRef }) => flowNodeRef.map((node) => boundsOf(shapes, node)));
    const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => areNear(a, b))).toEqual([]);
  });

  it('draws every flow, and names every condition', async () => {
    const { flowElements, shapes } = await read(bpmn);
    for (const flow of flowElements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
      const edge = shapes.find(({ bpmnElement }) => bpmnElement.id === flow.id);
      expect(edge?.waypoint?.length).toBeGreaterThanOrEqual(2);
    }
    for (const gateway of flowElements.filter(({ $type }) => $type === 'bpmn:ExclusiveGateway')) {
      const ways = gateway['outgoing'] as readonly Element[];
      expect(ways).toHaveLength(2);
      expect(ways.filter((way) => way['conditionExpression'] !== undefined)).toHaveLength(1);
      expect(ways.map(({ id }) => id)).toContain((gateway['default'] as Element | undefined)?.id);
    }
  });
});
