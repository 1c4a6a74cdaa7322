import * as z from 'zod';
import { roleWords } from '../../../domain/access/role-words.ts';
import { Role } from '../../../domain/access/roles.ts';
import { placeName } from '../../../domain/regulation/places.ts';
import { EventCode, type Event } from '../../../domain/request/event.ts';
import { groundWords } from '../../../domain/request/queue/ground-words.ts';
import { withdrawalWords } from '../../../domain/correction/rules.ts';
import { extensionGrounds } from '../../../domain/request/work/extension-grounds.ts';
import type { Bilingual } from '../../../domain/language/bilingual.ts';
import { eventWords } from '../../../domain/request/event-words.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';

const ActorView = z
  .object({
    role: Role,
    roleText: ShownText,
    office: z.string().optional().meta({ description: 'Name of the office, centre or akim that they serve' }),
    name: z.string().optional().meta({ description: 'Of who decided or signed; heads and auditors see every name' }),
    account: z.string().optional().meta({ description: 'Stable reference; heads and auditors see it' }),
  })
  .meta({ id: 'Actor' });

export const HistoryLine = z.object({
  at: ShownInstant,
  code: EventCode,
  text: ShownText,
  by: ActorView.optional().meta({ description: 'Absent for systems' }),
  about: ActorView.optional().meta({ description: 'Who gets the work, loses it, or is stood in for' }),
  words: z.string().optional().meta({ description: 'The ground of the head; not for the applicant' }),
  proposed: ActorView.optional().meta({ description: 'Of an act of two: who proposed it' }),
  row: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  ground: ShownText.optional().meta({
    description: 'Of an extension, a place out of turn, a reopened refusal or a withdrawn document, in words',
  }),
  count: z.int().optional().meta({ description: 'The line stands for so many events of its kind, from `at`' }),
  until: ShownInstant.optional().meta({ format: 'date-time', description: 'Of the last of them' }),
});

const words: Readonly<Record<string, Bilingual>> = { ...groundWords, ...extensionGrounds, ...withdrawalWords };

/** Who answers for what the others do, or looks into it: they see everybody's name and account. */
const seeEveryone: readonly Role[] = ['mio-head', 'akim', 'auditor'];

/** Whoever decides, or signs for somebody, does it by name. */
const byName: readonly EventCode[] = [
  'submitted',
  'approved',
  'refused',
  'extended',
  'output-signed',
  'place-proposed',
  'proposal-declined',
  'place-offered',
  'offer-accepted',
  'offer-declined',
  'reopened',
  'output-withdrawn',
  'correction-begun',
];

export const viewHistory = (events: readonly Event[], viewer: Role): z.infer<typeof HistoryLine>[] =>
  events.map((event) => {
    const { at, code, row, facts, count, until } = event;
    const [by, proposed, about] = [event, event.proposed ?? {}, event.about ?? {}].map((actor) =>
      viewActor(code, actor, viewer),
    );
    return {
      ...{ at, code, text: eventWords[code] },
      ...(by && { by }),
      ...(proposed && { proposed }),
      ...(about && { about }),
      ...(event.words !== undefined && viewer !== 'applicant' && { words: event.words }),
      ...(row && { row }),
      ...(facts && { facts }),
      ...(facts?.['ground'] !== undefined && { ground: words[facts['ground']] }),
      ...(count && { count, until }),
    };
  });

function viewActor(code: EventCode, { by: account, as }: Pick<Event, 'by' | 'as'>, viewer: Role) {
  if (!as) return undefined;
  const all = seeEveryone.includes(viewer);
  return {
    ...{ role: as.role, roleText: roleWords[as.role] },
    ...(as.place !== undefined && { office: placeName(as.place) }),
    ...(as.name !== undefined && (all || byName.includes(code)) && { name: as.name }),
    ...(all && account !== undefined && { account }),
  } satisfies z.infer<typeof ActorView>;
}
