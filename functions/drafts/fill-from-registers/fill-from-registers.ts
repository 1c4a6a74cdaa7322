import type { DayCounter } from '../../../lib/adapters/dynamo/day-counter.ts';
import type { Gateways } from '../../../lib/adapters/gateways/gateways.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { FullName } from '../../../lib/domain/identity/full-name.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { ServiceCard } from '../../../lib/domain/regulation/card.ts';
import { PRESENT, type FindService } from '../../../lib/domain/regulation/cards.ts';
import { findAllowed, ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { checkForm } from '../../../lib/domain/request/draft/form.ts';
import {
  consent,
  fillIn,
  secondsToMidnight,
  wantedIn,
  type Wanted,
} from '../../../lib/domain/request/draft/register-data.ts';
import { VISITOR } from '../../../lib/domain/request/draft/visitor.ts';
import type { RegisterReply } from '../../../lib/domain/request/draft/register-reply.ts';
import type { TellingRegister } from '../../../lib/domain/regulation/words.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import { isDraft, type DraftRequest } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

/** How often an account may ask in a day (UTC): a citizen about themselves, an employee about visitors. */
export const ASKED_BY = { citizen: 20, employee: 300 } as const;

interface Needs {
  readonly requests: Requests;
  readonly findService: FindService;
  readonly gateways: Pick<Gateways, 'tellPerson'>;
  readonly counter: DayCounter;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly clock: () => Date;
}

export async function fillFromRegisters(
  { params: { id }, body }: Asked<typeof contract>,
  caller: Caller,
  { requests, findService, gateways, counter, accounts, clock }: Needs,
): Promise<Answered | Refusal> {
  const now = clock();
  const draft = await findAllowed(requests, id, caller, mayDraft);
  if (isRefusal(draft)) return draft;
  if (!isDraft(draft)) return refuse('request/not-draft');
  const service = findService(draft.service, PRESENT);
  if (!service) return refuse('service/unknown');
  const wanted = wantedIn(service, draft.channel);
  if (wanted.size === 0) return refuse('registers/none');
  // Anybody may register somebody else's IIN: a register tells a citizen only what an EDS has proved to be their own.
  const isUnproved = caller.role === 'applicant' && !(await accounts.find(caller.account))?.confirmed;
  if (body.consent && isUnproved) return refuse('registers/unproved');
  const open = body.consent ? toAsk(draft, wanted, body.again ?? false) : [];
  if (body.consent && open.length === 0) return { body: viewRequest(draft, now, caller) };
  const most = caller.role === 'applicant' ? ASKED_BY.citizen : ASKED_BY.employee;
  if (body.consent && !(await counter.take(caller.account, most, now)))
    return refuse('registers/too-many', { retryAfter: secondsToMidnight(now) });
  // Before anybody is asked: the question is counted, and nobody is asked about without consent.
  const agreed = await changeRequest(
    requests,
    id,
    ifAllowed(caller, mayDraft, (request) =>
      consent(request, { given: body.consent, registers: [...wanted.keys()] }, now),
    ),
  );
  if (isRefusal(agreed) || !body.consent)
    return isRefusal(agreed) ? agreed : { body: viewRequest(agreed, now, caller) };
  const replies = await Promise.all(
    open.map(([register, of]) => askOne(gateways, { register, wanted: of, iin: draft.applicant.iin }, clock)),
  );
  const filled = await changeRequest(
    requests,
    id,
    ifAllowed(caller, mayDraft, (request) => fillIn(request, replies, fits(service, draft, clock()), clock())),
  );
  return isRefusal(filled) ? filled : { body: viewRequest(filled, clock(), caller) };
}

/** All of them at first or if they are to be asked again; else those that did not answer. */
function toAsk({ registerData }: DraftRequest, wanted: ReadonlyMap<TellingRegister, Wanted>, again: boolean) {
  const answered = (register: TellingRegister) =>
    registerData?.consent.given &&
    registerData.answers.some((each) => each.register === register && each.outcome !== 'silent' && !each.silentAt);
  return [...wanted].filter(([register]) => again || !answered(register));
}

interface Question {
  readonly register: TellingRegister;
  readonly wanted: Wanted;
  readonly iin: string;
}

async function askOne(
  gateways: Needs['gateways'],
  { register, wanted, iin }: Question,
  clock: () => Date,
): Promise<RegisterReply> {
  const fields = wanted.map(({ field }) => field);
  const asked = wanted.map(({ answer }) => answer);
  const [settled] = await Promise.allSettled([gateways.tellPerson(register, iin, asked)]);
  const at = clock().toISOString();
  // Why a register is silent says nothing to the person; the alarm of the intake and its operator know.
  if (settled.status === 'rejected') return { register, at, outcome: 'silent', fields, values: {} };
  const told = settled.value;
  if (!told) return { register, at, outcome: 'absent', fields, values: {} };
  const values = wanted.flatMap(({ field, answer }): [string, string][] => {
    const value = told[answer]?.normalize('NFC').trim();
    return value ? [[field, value]] : [];
  });
  return { register, at, outcome: 'found', fields, values: Object.fromEntries(values) };
}

/** A value that the form's own rules refuse is left to the person. */
function fits({ fields, zone }: ServiceCard, { applicant }: DraftRequest, now: Date) {
  const circumstances = {
    at: '/form',
    applicantIin: applicant.iin,
    today: dayOf(now.toISOString(), zone),
    complete: false,
  };
  return (name: string, value: string) =>
    name === VISITOR
      ? FullName.safeParse(value).success
      : checkForm(
          fields.filter((field) => field.name === name),
          { [name]: value },
          circumstances,
        ).length === 0;
}
