import type { Digest } from '../../../lib/adapters/dynamo/table-secret.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { linkIssued } from '../../../lib/adapters/output/issued-output.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { readMailedKey } from '../../../lib/domain/mailing/address.ts';
import { mailingRules } from '../../../lib/domain/mailing/rules.ts';
import { isDelivered } from '../../../lib/domain/output/output.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT, type FindService } from '../../../lib/domain/regulation/cards.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { mailingsOf } from '../../../lib/domain/request/mailing/mailing.ts';
import { tryMailing } from '../../../lib/domain/request/mailing/open.ts';
import { isDecided, type DecidedRequest } from '../../../lib/domain/request/request.ts';
import { signalOutcome, type Signals } from '../../../lib/domain/request/work/change-work.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly documents: Pick<Documents, 'link'>;
  readonly machines: Signals;
  readonly digestOf: Digest;
  readonly findService: FindService;
  readonly now: Date;
}

/**
 * Each answer is written before it is told whether it was right, so that many at once are counted one by one. The key has 256 random bits:
 * nobody finds one by trying, and a wrong one costs one read.
 */
export async function openMailedResult(
  { body: { key, iin } }: Asked<typeof contract>,
  { requests, documents, machines, digestOf, findService, now }: Needs,
): Promise<Answered | Refusal> {
  const mailed = readMailedKey(key);
  if (!mailed) return refuse('mailing/unknown');
  const digest = await digestOf(mailed.secret);
  let refusal: Refusal | undefined;
  const changed = await changeRequest(requests, mailed.request, (request) => {
    const tried = tryMailing(request, { digest, iin }, now);
    refusal = tried.refusal;
    return tried.request;
  });
  if (isRefusal(changed)) return changed.refused === 'request/unknown' ? refuse('mailing/unknown') : changed;
  const mailing = mailingsOf(changed).find((each) => each.digest === digest);
  if (refusal || !mailing) return refuseOpening(refusal, mailing && mailed.request);
  if (!isDecided(changed) || !isDelivered(changed.output) || mailing.until === undefined)
    throw new Error(`request ${changed.id} has no delivered document`);
  await signalOutcome(changed, { machines, findService, now });
  return {
    body: {
      request: changed.number,
      service: titleOf(changed, findService),
      result: await linkIssued(changed.output, documents),
      until: mailing.until,
      openingsLeft: mailingRules.openings - mailing.openings,
    },
    about: { request: changed.id },
  };
}

/** Who guesses is in the journal of the request that they guess at. */
function refuseOpening(refusal: Refusal | undefined, request: string | undefined): Refusal {
  if (!refusal || request === undefined) return refusal ?? refuse('mailing/unknown');
  if (refusal.refused === 'mailing/wrong-iin') logEvent('mailed-result-guessed', { request });
  return { ...refusal, about: { request } };
}

function titleOf({ service, regulationVersion }: DecidedRequest, findService: FindService) {
  const card = findService(service, regulationVersion) ?? findService(service, PRESENT);
  if (!card) throw new Error(`service ${service} has no card`);
  return card.title;
}
