import type { Finding, Path } from './defect.ts';
import type { RegistryQuestions } from './procedure.ts';
import type { RegulationText } from './schema.ts';
import { held, representativeFields, type Subject } from './words.ts';

type Fields = RegulationText['form']['fields'];
type Field = Fields[number];
type ChannelRows = RegulationText['channels'][number];

/** What rows ask which registers, and that nobody acts for an applicant without being asked about. */
export const checkRegistries = (text: RegulationText): Finding[] => [
  ...checkGroups(text.form.fields),
  ...checkRepresentative(text.form.fields),
  ...checkFilled(text),
  ...text.channels.flatMap((channel, index) => checkChannel(channel, text.form.fields, ['channels', index])),
];

/** The fields about the representative stand together; each has the rule that its name promises. */
const rules: Readonly<Record<string, Partial<Field>>> = {
  [representativeFields.iin]: { kind: 'iin', ofAnother: true },
  [representativeFields.fullName]: {},
  [representativeFields.number]: {},
  [representativeFields.issuedOn]: { kind: 'day', when: 'not-future' },
  [representativeFields.until]: { kind: 'day', when: 'not-past', notBefore: representativeFields.issuedOn },
  [representativeFields.notary]: {},
};

function checkRepresentative(fields: Fields): Finding[] {
  const named = fields.flatMap((field, index) => (field.name in rules ? [{ field, index }] : []));
  const [first] = named;
  if (!first) return [];
  const missing = Object.keys(rules).filter((name) => !named.some(({ field }) => field.name === name));
  return [
    ...missing.map((name) => finding(['form', 'fields', first.index], `a representative needs the field ${name}`)),
    ...named.flatMap(({ field, index }) =>
      Object.entries({ group: first.field.group ?? 'representative', ...rules[field.name] })
        .filter(([rule, value]) => field[rule as keyof Field] !== value)
        .map(([rule, value]) => finding(['form', 'fields', index], `${field.name} needs ${rule}: ${String(value)}`)),
    ),
  ];
}

/** A group is filled in together, so it is asked in the same channels, and none of its fields is required alone. */
const checkGroups = (fields: Fields): Finding[] =>
  fields.flatMap((field, index) => {
    if (field.group === undefined) return [];
    const first = fields.find(({ group }) => group === field.group);
    const at = ['form', 'fields', index];
    return [
      ...(field.required ? [finding([...at, 'required'], 'a field of a group is not required by itself')] : []),
      ...(String(first?.channels) === String(field.channels)
        ? []
        : [finding(at, `the group ${field.group} is asked in the same channels`)]),
    ];
  });

function checkChannel({ channel, actions, added = [] }: ChannelRows, fields: Fields, path: Path): Finding[] {
  const may = fields.some(
    ({ name, channels }) => name === representativeFields.iin && (channels?.includes(channel) ?? true),
  );
  const operations = [...placed(actions, [...path, 'actions']), ...placed(added, [...path, 'added'])];
  const wrong = operations.flatMap(({ operation, at }) => {
    if (!('effect' in operation)) return [];
    const { effect, registry } = operation;
    if ((effect === 'ask-registry') !== (registry !== undefined))
      return [finding(at, registry ? `${effect} asks no register` : 'ask-registry needs a registry')];
    return registry ? checkQuestions(registry, may, [...at, 'registry']) : [];
  });
  const asked = operations.flatMap(({ operation }) =>
    'effect' in operation && operation.registry?.need === 'all' ? operation.registry.of : [],
  );
  const unasked = may ? acting.filter((about) => !asked.some((each) => each.about === about)) : [];
  return [
    ...wrong,
    ...unasked.map((about) =>
      finding(path, `the form names a representative, and no row needs the ${about} to be known`),
    ),
  ];
}

/**
 * What registers fill in: once in a channel, nothing whose value is fixed, and nothing about another person, because a register
 * is asked about the applicant alone. A name is told at counters, because on the portal the EDS proves it.
 */
function checkFilled({ form, channels }: RegulationText): Finding[] {
  const known = channels.map(({ channel }) => channel);
  const wrong = form.fields.flatMap((field, index) => {
    if (!field.from) return [];
    const { register, answer } = field.from;
    const at = ['form', 'fields', index, 'from'];
    const isTwice = form.fields
      .slice(0, index)
      .some(({ from }) => from?.register === register && from.answer === answer);
    const isDay = (field.kind === 'day') === (answer === 'birthDate' || answer === 'identityCardIssuedOn');
    return [
      ...((field.meaning ?? field.group ?? field.ofAnother)
        ? [finding(at, 'no register fills a field whose value is fixed or about somebody else')]
        : []),
      ...(isTwice ? [finding(at, `${register} fills another field with its ${answer}`)] : []),
      ...(isDay ? [] : [finding(at, `${answer} is ${field.kind === 'day' ? 'no day' : 'a day'}`)]),
    ];
  });
  const absent = (form.visitor?.channels ?? []).filter((each) => each === 'portal' || !known.includes(each));
  return [...wrong, ...absent.map((each) => finding(['form', 'visitor'], `${each} is no counter of this service`))];
}

const acting = ['representative', 'power'] as const satisfies readonly Subject[];

function checkQuestions({ need, of }: RegistryQuestions, may: boolean, path: Path): Finding[] {
  return of.flatMap(({ register, about }, index) => {
    const at = [...path, 'of', index];
    const before = of.slice(0, index).some((each) => each.register === register && each.about === about);
    const isActing = acting.some((each) => each === about);
    return [
      ...((held[register] as readonly Subject[]).includes(about)
        ? []
        : [finding(at, `${register} knows nothing about the ${about}`)]),
      ...(before ? [finding(at, 'the question stands twice')] : []),
      ...(isActing && !may ? [finding(at, `the form of this channel names no ${about}`)] : []),
      ...(isActing && need === 'any' ? [finding(at, `the ${about} must be known: need: all`)] : []),
    ];
  });
}

const placed = (rows: ChannelRows['actions'] | NonNullable<ChannelRows['added']>, path: Path) =>
  rows.flatMap(({ does }, row) =>
    does.map((operation, index) => ({ operation, at: [...path, row, 'does', index] as Path })),
  );

const finding = (path: Path, reason: string): Finding => ({ path, reason });
