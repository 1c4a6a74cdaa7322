import { bpmnOf } from '../lib/domain/diagram/bpmn.ts';
import { diagramOf } from '../lib/domain/diagram/lay-out.ts';
import { drawSvg } from '../lib/domain/diagram/svg.ts';
import { cardOf } from '../lib/domain/regulation/card.ts';
import { detailOf } from '../lib/domain/regulation/detail.ts';
import { mergePlaces } from '../lib/domain/regulation/place.ts';
import { textOf } from '../lib/domain/regulation/text.ts';
import type { Channel, Regulation } from '../lib/domain/regulation/regulation.ts';
import { compileChannel, verbsOf } from './compile.ts';
import { describeReadings, describeRegulation, describeTraceability } from './describe.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** One line for each item: short for the bundles, and a change of an item shows as one line. */
const lines = (items: readonly unknown[]) =>
  items.length === 0 ? '[]\n' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;

/** `south-kazakhstan/149-unemployed-certificate.portal`: the file name of `south-kazakhstan-149-…-portal`. */
const fileOf = ({ region, machine }: Regulation) => `${region}/${machine.slice(region.length + 1)}`;
const machineFile = (regulation: Regulation, channel: string) =>
  `statemachines/asl/${fileOf(regulation)}.${channel}.asl.json`;

/**
 * Every file that is generated from the regulations: path from the repository's root to content. A machine is written
 * only if each of its verbs is a function; otherwise it could not be deployed.
 *
 * @param functions the verbs under `functions/`
 * @param former the versions before the present ones: requests that began with them are shown and decided by them
 */
export function generateFiles(
  regulations: readonly Regulation[],
  functions: ReadonlySet<string>,
  former: readonly Regulation[] = [],
): ReadonlyMap<string, string> {
  const machines = regulations.flatMap((regulation) =>
    regulation.channels
      .filter((channel) => missingVerbs(channel, functions).length === 0)
      .map((channel) => [machineFile(regulation, channel.channel), json(compileChannel(regulation, channel))] as const),
  );
  const pictures = regulations.flatMap((regulation) =>
    regulation.channels.map((channel) => {
      const diagram = diagramOf(regulation, channel);
      const file = `docs/regulations/${fileOf(regulation)}.${channel.channel}`;
      const files = [
        [`${file}.svg`, drawSvg(diagram, { language: 'ru' })],
        [`${file}.bpmn`, bpmnOf(regulation, channel)],
      ] as const;
      return { diagram, files };
    }),
  );
  return new Map([
    ...machines,
    ['statemachines/cards.json', lines(regulations.map(cardOf))],
    ['statemachines/details.json', lines(regulations.map(detailOf))],
    ['statemachines/texts.json', lines(regulations.map(textOf))],
    ['statemachines/places.json', lines(mergePlaces(regulations))],
    ['statemachines/diagrams.json', lines(pictures.map(({ diagram }) => diagram))],
    ['statemachines/former/cards.json', lines(former.map(cardOf))],
    ['statemachines/former/details.json', lines(former.map(detailOf))],
    ['statemachines/former/texts.json', lines(former.map(textOf))],
    [
      'statemachines/former/diagrams.json',
      lines(former.flatMap((one) => one.channels.map((channel) => diagramOf(one, channel)))),
    ],
    ...pictures.flatMap(({ files }) => files),
    ...regulations.map((one) => [`docs/regulations/${fileOf(one)}.md`, describeRegulation(one)] as const),
    ['docs/readings.md', describeReadings(regulations)],
    ['docs/traceability.md', describeTraceability(regulations)],
  ]);
}

/** The verbs that a channel's machine needs but that do not exist. */
export const missingVerbs = (channel: Channel, functions: ReadonlySet<string>): string[] =>
  verbsOf(channel).filter((verb) => !functions.has(verb));
