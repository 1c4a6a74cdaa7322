import { cardOf } from '../lib/domain/regulation/card.ts';
import type { Regulation } from '../lib/domain/regulation/regulation.ts';
import { compileChannel } from './compile.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** `south-kazakhstan/149-unemployed-certificate.portal`: what `south-kazakhstan-149-…-portal` is called among files. */
const machineFile = ({ region, machine }: Regulation, channel: string) =>
  `statemachines/asl/${region}/${machine.slice(region.length + 1)}.${channel}.asl.json`;

/** Every file that follows from the regulations alone: path from the repository's root to content. */
export function generateFiles(regulations: readonly Regulation[]): ReadonlyMap<string, string> {
  const machines = regulations.flatMap((regulation) =>
    regulation.channels.map(
      (channel) => [machineFile(regulation, channel.channel), json(compileChannel(regulation, channel))] as const,
    ),
  );
  const cards = regulations.map((regulation) => JSON.stringify(cardOf(regulation))).join(',\n');
  return new Map([...machines, ['statemachines/cards.json', `[\n${cards}\n]\n`]]);
}
