import type { Action, Channel, Regulation } from './regulation.ts';

/** A reading and the place in the regulation that it is about; `docs/readings.md` lists them for lawyers. */
export interface PlacedReading {
  /** Channel and row, or the part of the regulation. */
  readonly place: string;
  readonly source: string;
  /** The source's words, if the reading is about one value. */
  readonly words?: string;
  readonly reading: string;
}

/** Every reading of a regulation, in the order of its file. */
export function readingsOf(regulation: Regulation): PlacedReading[] {
  const { channels, form, output, queue, refusalForm, notices, participants, questionnaire, readings } = regulation;
  const { points = [] } = regulation;
  return [
    ...channels.flatMap(readingsOfChannel),
    ...place('participants', participants.source, participants.reading),
    ...place('organisations', regulation.organisations?.source ?? '', regulation.organisations?.reading),
    ...place('form', form.source, form.reading),
    ...form.fields.flatMap((field) => place(`form field ${field.name}`, field.source, field.reading, field.label.ru)),
    ...place('documents', regulation.documents?.source ?? '', documentsReading(regulation)),
    ...place('output', output.source, output.reading, output.title.ru),
    ...output.fields.flatMap((field) =>
      place(`output field ${field.name}`, field.source, field.reading, field.label.ru),
    ),
    ...place('interim document', output.interim?.source ?? '', output.interim?.reading, output.interim?.title.ru),
    ...(output.interim?.fields ?? []).flatMap((field) =>
      place(`interim document, field ${field.name}`, field.source, field.reading, field.label.ru),
    ),
    ...place('queue', queue?.source ?? '', queue?.reading),
    ...place('refusal form', refusalForm?.source ?? '', refusalForm?.reading),
    ...place('notices', notices?.source ?? '', notices?.reading),
    ...place(
      'appeal',
      regulation.appeal?.source ?? 'весь текст',
      appealReading(regulation),
      regulation.appeal?.words.ru,
    ),
    ...place('questionnaire', questionnaire?.source ?? '', questionnaire?.reading),
    ...(['offices', 'centres', 'akims'] as const).flatMap((name) =>
      (regulation[name]?.items ?? []).flatMap((item) =>
        place(`${name} ${item.no}`, regulation[name]?.source ?? '', item.reading, item.name),
      ),
    ),
    ...points.flatMap(({ source, reading }) => place(source, source, reading)),
    ...readings.map(({ about, source, reading }) => ({ place: about, source, reading })),
  ];
}

const appealReading = ({ appeal }: Regulation): string =>
  appeal
    ? 'A refusal repeats these words with the address and telephones of the office that refused, and with the telephone that they name. ' +
      "The Kazakh words are this project's translation and have not been reviewed."
    : 'The regulation says nothing of an appeal. A refusal still says that there is one, and names the office that refused.';

const documentsReading = ({ documents }: Regulation): string | undefined =>
  documents?.reading &&
  `${documents.reading} The short names of the documents are this project's, in Kazakh not reviewed.`;

const place = (where: string, source: string, reading: string | undefined, words?: string): PlacedReading[] =>
  reading === undefined ? [] : [{ place: where, source, reading, ...(words !== undefined && { words }) }];

const readingsOfChannel = (channel: Channel): PlacedReading[] => [
  ...place(channel.channel, channel.source, channel.reading, channel.title),
  ...place(`${channel.channel}, steps`, channel.stepsSource, channel.stepsReading),
  ...place(`${channel.channel}, deadline`, channel.source, channel.deadlineReading, channel.deadline?.text),
  ...place(`${channel.channel}, result by e-mail`, channel.mailed?.source ?? '', channel.mailed?.reading),
  ...place(
    `${channel.channel}, again from row ${channel.again?.row}`,
    channel.again?.source ?? '',
    channel.again?.reading,
  ),
  ...channel.actions.flatMap((action) =>
    place(`${channel.channel}, row ${action.no}`, channel.source, action.reading, wordsOf(action)),
  ),
];

const wordsOf = ({ actorName, name, completion, term, next }: Action): string =>
  `${actorName}: ${name} → ${completion}; ${term.text}; ${next.map(({ to }) => to).join(', ') || '-'}`;

/**
 * The whole regulation as the catalogue prints it, without rows that a reading adds, because these are in no table. A
 * cell "-" in a row's `next` is an empty list. A step's `number` is that of its process or condition, `item` that of the list.
 */
export function catalogueOf(regulation: Regulation) {
  const { id, region, service, decree, title, electronic, automation, kind } = regulation;
  return {
    id,
    region,
    service,
    decree: {
      number: decree.number,
      date: decree.date,
      issuer: decree.issuer,
      registered: decree.registered,
      amended: decree.amended,
      repealed: decree.repealed ?? null,
      ...(decree.excluded && { excluded: decree.excluded.date, excludedBy: decree.excluded.number }),
    },
    title: title.ru,
    titleKk: title.kk,
    electronic,
    automation: automation.text,
    kind: kind?.text ?? null,
    provider: regulation.provider.text,
    standard: regulation.standard.text,
    participants: regulation.participants.items,
    status: regulation.status?.text ?? null,
    contacts: regulation.contacts?.text ?? null,
    appeal: regulation.appeal ?? null,
    result: regulation.result?.text ?? null,
    terms: regulation.terms?.items ?? [],
    definitions: regulation.definitions?.items ?? [],
    basis: regulation.basis?.items ?? [],
    responsibility: regulation.responsibility?.items ?? [],
    requirements: regulation.requirements?.items ?? [],
    conditions: regulation.conditions?.items ?? [],
    channels: regulation.channels.map(catalogueOfChannel),
    fields: (regulation.formatControl?.items ?? []).map(({ name, required, length, format }) => ({
      name,
      required: required === 'Обязательно',
      length: Number(length),
      format,
    })),
    form: regulation.form.fields,
    output: regulation.output,
    queue: regulation.queue ?? null,
    documents: (regulation.documents?.items ?? []).map(({ channel, text }) => ({ ...(channel && { channel }), text })),
    refusal: regulation.refusal?.items ?? [],
    suspension: regulation.suspension?.text ?? null,
    refusalForm: regulation.refusalForm?.text ?? null,
    notices: regulation.notices?.text ?? null,
    receipts: regulation.receipts ?? [],
    questionnaire: (regulation.questionnaire?.items ?? []).map(({ question, answers }) => ({
      question: question.ru,
      answers: answers.map(({ ru }) => ru),
    })),
    offices: catalogueOfDirectory(regulation.offices),
    centres: catalogueOfDirectory(regulation.centres),
    akims: catalogueOfDirectory(regulation.akims),
    readings: readingsOf(regulation),
  };
}

/** An entry without hours of its own has the directory's. */
const catalogueOfDirectory = (directory: Regulation['offices']) =>
  (directory?.items ?? []).map((item) => ({ ...(directory?.hours && { hours: directory.hours }), ...item }));

const catalogueOfChannel = ({ channel, title, steps, actions, deadline, again, mailed, uses }: Channel) => ({
  channel,
  title,
  steps: steps.map(({ kind, number, text, item }) => ({ kind, number, text, item })),
  actions: actions
    .filter(({ added }) => !added)
    .map(({ no, actorName, name, completion, term, next, reading }) => ({
      no,
      actor: actorName,
      name,
      completion,
      term,
      next,
      ...(reading !== undefined && { reading }),
    })),
  ...(deadline && { deadline }),
  ...(again && { again }),
  ...(mailed && { mailed }),
  ...(uses && { uses }),
});
