import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { agreesWith } from '../../../lib/domain/identity/proved-name.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { filesAt } from '../../../lib/domain/access/places.ts';
import { refuseUnoffered, type OfferedIn } from '../../../lib/domain/regulation/offered.ts';
import { refuseInterested } from '../../../lib/domain/request/access.ts';
import { applicantOf } from '../../../lib/domain/request/draft/applicant.ts';
import { startDraft, type NewDraft } from '../../../lib/domain/request/draft/draft.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { fieldsIn } from '../../../lib/domain/regulation/fields-in.ts';
import { checkForm } from '../../../lib/domain/request/draft/form.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import { PRESENT, type FindService, type ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import type { IdempotencyKeys } from '../../../lib/adapters/dynamo/idempotency-keys.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'add' | 'find'>;
  readonly keys: IdempotencyKeys;
  readonly findService: FindService;
  readonly offeredIn: OfferedIn;
  readonly accounts: Pick<Accounts, 'find' | 'findByIin'>;
  readonly now: Date;
  readonly newId: () => string;
}

export async function createRequest(
  { body, headers }: Asked<typeof contract>,
  caller: Caller,
  { requests, keys, findService, offeredIn, accounts, now, newId }: Needs,
): Promise<Answered | Refusal> {
  const service = findService(body.service, PRESENT);
  if (!service) return refuse('service/unknown');
  const closed = refuseUnoffered(service, offeredIn(service.id), now);
  if (closed) return closed;
  const misplaced = checkPlace(body, service, caller);
  if (misplaced) return misplaced;
  if (body.organisation && !service.organisations.includes(body.channel)) return refuseOrganisation(service);
  const parties = await findParties(body, caller, accounts);
  if (isRefusal(parties)) return parties;
  const circumstances = {
    at: '/form',
    applicantIin: parties.applicant.iin,
    today: dayOf(now.toISOString(), service.zone),
    complete: false,
  };
  const errors = checkForm(fieldsIn(service.fields, body.channel), body.form, circumstances);
  if (errors.length > 0) return refuse('form/invalid', { errors });

  const key = headers['idempotency-key'];
  const fingerprint = createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex');
  const id = key ? await keys.claim(caller.account, key, fingerprint, newId()) : newId();
  if (isRefusal(id)) return id;
  const paper = !service.electronic || body.channel === 'paper';
  const draft = startDraft({ ...body, ...parties, id, paper, regulationVersion: service.version }, now);
  if ((await requests.add(draft)) === 'added')
    return { status: 201, body: viewRequest(draft, now, caller), about: { request: draft.id } };
  const existing = await requests.find(id);
  if (!existing) throw new Error('a request vanished between two reads');
  return { status: 200, body: viewRequest(existing, now, caller), about: { request: existing.id } };
}

type Body = Asked<typeof contract>['body'];

/** The regulation must have the channel and the office, and the caller's counter must serve the channel. */
function checkPlace({ channel, office }: Body, service: ServiceCard, caller: Caller): Refusal | undefined {
  const offered = service.channels
    .filter(({ counter }) => filesAt[caller.role].includes(counter))
    .map((each) => each.channel);
  if (!offered.includes(channel)) return refuse('service/channel', { facts: { channels: offered.join(', ') } });
  if (!service.offices.some(({ code }) => code === office)) return refuse('service/office');
  const elsewhere = filesAt[caller.role].includes('mio') && caller.office !== office;
  return elsewhere ? refuse('service/office') : undefined;
}

function refuseOrganisation({ organisations }: ServiceCard): Refusal {
  const expected = organisations.length > 0 ? `an organisation by ${organisations.join(', ')}` : 'a person';
  return refuse('service/organisation', { errors: [{ field: '/organisation', rule: 'organisation', expected }] });
}

/**
 * The citizen; or the employee who files, and the visitor as the employee names them. An account with the visitor's IIN
 * does not get the request: anybody may have registered it, and only an EDS would prove whose it is. If an EDS has, the
 * visitor has the name that it proved.
 */
async function findParties(
  { applicant: visitor, form }: Body,
  caller: Caller,
  accounts: Pick<Accounts, 'find' | 'findByIin'>,
): Promise<Pick<NewDraft, 'applicant' | 'filedBy'> | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  if ((caller.role === 'applicant') === (visitor !== undefined)) return refuse('service/applicant');
  if (!visitor) return { applicant: applicantOf(account) };
  if (!caller.office) return refuse('access/denied');
  const interested = refuseInterested(caller, account, { applicant: visitor, form });
  if (interested) return interested;
  const known = await accounts.findByIin(visitor.iin);
  if (known?.confirmed && !agreesWith(visitor.fullName, known.fullName))
    return refuse('input/invalid', { errors: [otherName] });
  const { id, iin, fullName: name } = account;
  const filedBy = { account: id, iin, name, role: caller.role, place: caller.office };
  return { applicant: visitor, filedBy };
}

const otherName = {
  field: '/applicant/fullName',
  rule: 'name-proved',
  expected: 'the name that an EDS has proved for this IIN',
};
