import { agreesWith } from '../../identity/proved-name.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import type { ServiceCard } from '../../regulation/card.ts';
import { fieldsIn } from '../../regulation/fields-in.ts';
import { registerAnswers, type RegisterAnswer, type TellingRegister } from '../../regulation/words.ts';
import type { DraftRequest, Request } from '../request.ts';
import { record, takes } from '../states.ts';
import { authorOf, touched } from './draft.ts';
import type { RegisterData, RegisterReply } from './register-reply.ts';
import { VISITOR } from './visitor.ts';

/** How often the registers are asked for one draft in a day (UTC). */
export const ASKED_FOR_DRAFT = 5;

/** What a register is asked for: the field to fill, and which answer fills it. */
export type Wanted = readonly { readonly field: string; readonly answer: RegisterAnswer }[];

/** Which registers are asked for what in a channel, as the regulation's data say; empty where they say nothing. */
export function wantedIn(card: Pick<ServiceCard, 'fields' | 'visitor'>, channel: string): Map<TellingRegister, Wanted> {
  const visitor = card.visitor?.channels.some((each) => each === channel)
    ? [{ register: card.visitor.register, field: VISITOR, answer: registerAnswers[0] }]
    : [];
  const fields = fieldsIn(card.fields, channel).flatMap(({ name, from }) =>
    from ? [{ register: from.register, field: name, answer: from.answer }] : [],
  );
  return Map.groupBy([...visitor, ...fields], ({ register }) => register);
}

/** Records whether the applicant agrees to be asked about. Whoever takes it back keeps what is filled in, as their own entry. */
export function consent(
  draft: Request,
  { given, registers }: { readonly given: boolean; readonly registers: readonly TellingRegister[] },
  now: Date,
): Request | Refusal {
  if (!takes('ask-registers', draft)) return refuse('request/not-draft');
  const at = now.toISOString();
  const day = at.slice(0, 10);
  const before = draft.registerData;
  if (!given && before?.consent.given === false) return draft;
  const times = before?.asked.day === day ? before.asked.times : 0;
  if (given && times >= ASKED_FOR_DRAFT) return refuse('registers/too-many', { retryAfter: secondsToMidnight(now) });
  const registerData: RegisterData = {
    consent: before?.consent.given === given ? before.consent : { given, at, registers: [...registers] },
    asked: { day, times: given ? times + 1 : times },
    answers: given ? (before?.answers ?? []) : [],
  };
  const changed = { ...touched(draft, now), registerData };
  // The answers are recorded when they come.
  if (given) return changed;
  return record('ask-registers', changed, { at, code: 'registers-declined', ...authorOf(draft) });
}

export const secondsToMidnight = (now: Date) => 86_400 - (Math.floor(now.getTime() / 1000) % 86_400);

/**
 * Fills the form with what registers told. A field that somebody has filled in otherwise keeps what they wrote; its mark says
 * so. `fits` says whether the form's own rules take a value.
 */
export function fillIn(
  draft: Request,
  replies: readonly RegisterReply[],
  fits: (field: string, value: string) => boolean,
  now: Date,
): Request | Refusal {
  if (!takes('ask-registers', draft)) return refuse('request/not-draft');
  const before = draft.registerData;
  // Taken back while the registers were asked: nothing of what they said is kept.
  if (!before?.consent.given) return draft;
  const told = replies.map((reply) => ({
    ...reply,
    values: Object.fromEntries(Object.entries(reply.values).filter(([field, value]) => fits(field, value))),
  }));
  const form = { ...draft.form };
  let { applicant } = draft;
  for (const { register, values } of told) {
    const former = before.answers.find((each) => each.register === register)?.values ?? {};
    for (const [field, value] of Object.entries(values))
      if (field === VISITOR) applicant = { ...applicant, fullName: spelt(applicant.fullName, value) };
      else if (!form[field] || form[field] === former[field]) form[field] = value;
  }
  const kept = before.answers.filter((each) => !told.some(({ register }) => register === each.register));
  const answers = told.map((reply) => {
    const former = before.answers.find((each) => each.register === reply.register);
    return reply.outcome === 'silent' && former?.outcome === 'found' ? { ...former, silentAt: reply.at } : reply;
  });
  const registerData = { ...before, answers: [...kept, ...answers] };
  const changed = { ...touched(draft, now), form, applicant, registerData, formVersion: draft.formVersion + 1 };
  return record('ask-registers', changed, {
    at: now.toISOString(),
    code: 'registers-answered',
    ...authorOf(draft),
    facts: { answers: told.map(({ register, outcome }) => `${register}:${outcome}`).join(' ') },
  });
}

/** The register's spelling of the same name; another name stays as the identity document has it. */
const spelt = (typed: string, told: string) => (agreesWith(typed, told) ? told : typed);

/** Where a field's value is from. `by-hand`: whoever filled in the form wrote it, though a register was to tell it. */
export interface Mark {
  readonly entered: 'register' | 'by-hand';
  readonly register: TellingRegister;
  /** When the register answered, or did not. */
  readonly at: string;
  readonly outcome: RegisterReply['outcome'];
  /** By hand, and the register told something else. */
  readonly differs?: true;
}

/** The marks of the fields that registers were to fill; a field without a value has none. */
export function marksOf({ registerData, form, applicant }: Pick<DraftRequest, 'registerData' | 'form' | 'applicant'>) {
  const marks = (registerData?.answers ?? []).flatMap(({ register, at, outcome, fields, values }) =>
    fields.flatMap((field): [string, Mark][] => {
      const value = field === VISITOR ? applicant.fullName : form[field];
      if (!value) return [];
      const told = values[field];
      if (value === told) return [[field, { entered: 'register', register, at, outcome }]];
      return [[field, { entered: 'by-hand', register, at, outcome, ...(told !== undefined && { differs: true }) }]];
    }),
  );
  return Object.fromEntries(marks) as Readonly<Record<string, Mark>>;
}
