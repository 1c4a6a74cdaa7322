import { namesIn } from '../language/sentence.ts';
import type { Finding, Path } from './defect.ts';
import type { RegulationText } from './schema.ts';

/**
 * Where legal persons apply: on the portal, since only the applicant's own EDS proves for whom they may sign; and what is printed or asked
 * there must be known of an organisation, too.
 */
export function checkOrganisations({ organisations, channels, output, queue }: RegulationText): Finding[] {
  if (!organisations) return [];
  const at: Path = ['organisations', 'channels'];
  return [
    ...organisations.channels.flatMap((name, index) => {
      const wrong = [
        ...(channels.some(({ channel }) => channel === name) ? [] : [`the regulation has no channel ${name}`]),
        ...(organisations.channels.indexOf(name) < index ? ['the channel stands twice'] : []),
        ...(name === 'portal' ? [] : ['an organisation applies on the portal alone: elsewhere an employee signs']),
      ];
      return wrong.map((reason) => ({ path: [...at, index], reason }));
    }),
    ...channels.flatMap((channel, index) =>
      organisations.channels.includes(channel.channel) ? checkAsked(channel, ['channels', index]) : [],
    ),
    ...checkSentences(output, ['output']),
    ...(output.interim ? checkSentences(output.interim, ['output', 'interim']) : []),
    ...(queue ? [{ path: ['queue'], reason: 'people stand in a queue, organisations do not' }] : []),
  ];
}

type ChannelRows = RegulationText['channels'][number];

/** That the register of people knows whoever signs must not stand for the register of organisations. */
const checkAsked = ({ actions, added = [] }: ChannelRows, path: Path): Finding[] =>
  [
    ...actions.map((row, index) => ({ row, at: ['actions', index] as Path })),
    ...added.map((row, index) => ({ row, at: ['added', index] as Path })),
  ].flatMap(({ row, at }) =>
    row.does.flatMap((operation, index) => {
      const asked = 'effect' in operation ? operation.registry : undefined;
      return asked?.need === 'any' && asked.of.some(({ about }) => about === 'organisation')
        ? [{ path: [...path, ...at, 'does', index, 'registry'], reason: 'the organisation must be known: need: all' }]
        : [];
    }),
  );

/** The documents of an organisation name its BIN, and no IIN. */
const checkSentences = (
  { text, closing, fields }: Pick<RegulationText['output'], 'text' | 'closing' | 'fields'>,
  path: Path,
): Finding[] =>
  Object.entries({ text, closing }).flatMap(([place, sentences]) =>
    fields.some(({ name, from }) => from === 'applicant-iin' && sentences && namesIn(sentences.ru).includes(name))
      ? [{ path: [...path, place], reason: 'an organisation has no IIN for this sentence' }]
      : [],
  );
