import { bpmnOf } from '../../../../lib/domain/diagram/bpmn.ts';
import { diagramOf } from '../../../../lib/domain/diagram/lay-out.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

/** Every channel of every regulation with its picture. */
export const every = readRegulations().regulations.flatMap(({ regulation }) =>
  regulation.channels.map((channel) => ({
    name: `${regulation.id}, ${channel.channel}`,
    channel,
    diagram: diagramOf(regulation, channel),
    bpmn: bpmnOf(regulation, channel),
  })),
);
