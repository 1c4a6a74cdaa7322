import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { OutputNeeds } from '../../../lib/adapters/output/write-output.ts';
import { writeReply as write } from '../../../lib/adapters/output/write-reply.ts';
import { LINK_SECONDS } from '../../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import { formatDocumentNumber } from '../../../lib/domain/output/number.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService, ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { draftReply } from '../../../lib/domain/request/complaint/complaining.ts';
import type { OpenComplaint } from '../../../lib/domain/request/complaint/complaint.ts';
import { judge } from '../../../lib/domain/request/complaint/judging.ts';
import { readRequestNumber } from '../../../lib/domain/request/rows/number.ts';
import type { contract } from './contract.ts';

interface Needs extends Pick<OutputNeeds, 'renderOutput' | 'publicUrl'> {
  readonly requests: Requests;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly documents: Pick<Documents, 'has' | 'write' | 'link'>;
  readonly findService: FindService;
  /** Five bytes. */
  readonly newNonce: () => Uint8Array;
  readonly now: Date;
}

/** Makes the document in the name of the caller. Its number is drawn once, whoever writes it again. */
export async function writeReply(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const judging = await judge(params, caller, needs);
  if (isRefusal(judging)) return judging;
  const { request, complaint, account } = judging;
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  const number = complaint.draft?.number ?? numberOf(complaint, service, needs.newNonce());
  const written = { ...body, number, formedAt: needs.now.toISOString() };
  const file = await write(request, complaint, written, account, service, needs);
  const kept = await changeRequest(needs.requests, params.id, (current) =>
    draftReply(current, params.complaint, { ...written, file }),
  );
  if (isRefusal(kept)) return kept;
  const url = await needs.documents.link(file.key, `${number}.pdf`);
  return { body: { number, sha256: file.sha256, document: { url, expiresInSeconds: LINK_SECONDS } } };
}

/** Year and sequence are the complaint's. */
const numberOf = ({ number }: OpenComplaint, { region }: ServiceCard, nonce: Uint8Array): string =>
  formatDocumentNumber({ region, service: 'complaint', ...readRequestNumber(number), nonce });
