import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Caller } from '../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../lib/domain/problem/problem.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { applicantOf } from '../../lib/domain/request/applicant.ts';
import { startDraft } from '../../lib/domain/request/draft.ts';
import { checkForm } from '../../lib/domain/request/form.ts';
import { viewRequest } from '../../lib/domain/request/view.ts';
import type { ServiceCard } from '../../lib/domain/regulation/cards.ts';
import type { IdempotencyKeys } from '../../lib/adapters/dynamo/idempotency-keys.ts';
import type { Accounts } from '../../lib/adapters/identity/accounts.ts';
import type { Answered, Asked } from '../../lib/adapters/http/serve.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'add' | 'find'>;
  readonly keys: IdempotencyKeys;
  readonly findService: (id: string) => ServiceCard | undefined;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly now: Date;
  readonly newId: () => string;
}

export async function createRequest(
  { body, headers }: Asked<typeof contract>,
  caller: Caller,
  { requests, keys, findService, accounts, now, newId }: Needs,
): Promise<Answered | Refusal> {
  const service = findService(body.service);
  if (!service) return refuse('service/unknown');
  const channels = service.channels.map(({ channel }) => channel);
  if (!channels.includes(body.channel)) return refuse('service/channel', { facts: { channels: channels.join(', ') } });
  if (!service.offices.some(({ code }) => code === body.office)) return refuse('service/office');
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const applicant = applicantOf(account);
  const errors = checkForm(service.fields, body.form, { at: '/form', applicantIin: applicant.iin, complete: false });
  if (errors.length > 0) return refuse('form/invalid', { errors });

  const key = headers['idempotency-key'];
  const fingerprint = createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex');
  const id = key ? await keys.claim(caller.account, key, fingerprint, newId()) : newId();
  if (isRefusal(id)) return id;
  const draft = startDraft({ ...body, id, applicant }, now);
  if ((await requests.add(draft)) === 'added') return { status: 201, body: viewRequest(draft, now) };
  const existing = await requests.find(id);
  if (!existing) throw new Error('a request vanished between two reads');
  return { status: 200, body: viewRequest(existing, now) };
}
