import type { Finding, Path } from './defect.ts';
import { fieldsIn } from './fields-in.ts';
import type { ChannelText } from './procedure.ts';
import type { RegulationText } from './schema.ts';

const BY_MAIL = /электронн(?:ую|ой) почт/iu;

/** Where the source gives a result by hand or by e-mail, the form of that channel asks for the address; elsewhere it does not. */
export const checkMailed = ({ channels, form }: RegulationText): Finding[] =>
  channels.flatMap((channel, index) => checkChannel(channel, form.fields, ['channels', index, 'mailed']));

function checkChannel(channel: ChannelText, fields: RegulationText['form']['fields'], path: Path): Finding[] {
  const { mailed } = channel;
  const isHanded = operationsOf(channel).some((operation) => 'work' in operation && operation.work === 'hand-over');
  const isNamed = isHanded && wordsOf(channel).some((words) => BY_MAIL.test(words));
  if (!mailed)
    return isNamed
      ? [{ path, reason: 'the source hands results over or mails them: name the field of the address' }]
      : [];
  if (!isNamed) return [{ path, reason: 'no step and no row of this channel hands a result over or mails it' }];
  const field = fieldsIn(fields, channel.channel).find(({ name }) => name === mailed.field);
  return field?.kind === 'email' && !field.required
    ? []
    : [
        {
          path: [...path, 'field'],
          reason: `the form asks here for no address of e-mail ${mailed.field} that may be empty`,
        },
      ];
}

const rowsOf = ({ actions, added = [] }: ChannelText) => [...actions, ...added];
const operationsOf = (channel: ChannelText) => rowsOf(channel).flatMap(({ does }) => does);

const wordsOf = (channel: ChannelText): string[] => [
  ...channel.steps.items.map(({ text }) => text),
  ...rowsOf(channel).flatMap((row) => [row.name, row.term, ...('completion' in row ? [row.completion] : [])]),
];
