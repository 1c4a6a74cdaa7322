import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { LINK_SECONDS, type Attachments } from '../../../lib/adapters/s3/attachments.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { PRESENT, type FindService } from '../../../lib/domain/regulation/cards.ts';
import { documentsIn, OTHER } from '../../../lib/domain/regulation/documents-in.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { addAttachment } from '../../../lib/domain/request/draft/draft.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Requests;
  readonly attachments: Pick<Attachments, 'uploadLink'>;
  readonly findService: FindService;
  readonly now: Date;
  readonly newId: () => string;
}

export async function attachFile(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { requests, attachments, findService, now, newId }: Needs,
): Promise<Answered | Refusal> {
  const announced = { ...body, id: newId(), addedAt: now.toISOString() };
  const changed = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayDraft, (request) =>
      sameFile(request.attachments, body)
        ? request
        : (refuseUnlisted(request, body, findService) ?? addAttachment(request, announced, now)),
    ),
  );
  if (isRefusal(changed)) return changed;
  const attachment = sameFile(changed.attachments, body) ?? announced;
  const upload = await attachments.uploadLink(params.id, attachment);
  return {
    status: attachment.id === announced.id ? 201 : 200,
    body: { attachment: attachment.id, upload: { ...upload, expiresInSeconds: LINK_SECONDS } },
  };
}

function refuseUnlisted(
  { service: id, channel }: Request,
  { document }: Announced,
  findService: FindService,
): Refusal | undefined {
  const service = findService(id, PRESENT);
  if (!service) return refuse('service/unknown');
  const codes = [...documentsIn(service.documents, channel).map(({ code }) => code), OTHER];
  const expected = `one of ${codes.join(', ')}`;
  return codes.includes(document)
    ? undefined
    : refuse('attachment/document', { errors: [{ field: '/document', rule: 'choice', expected }] });
}

/** One file may show two documents: then it is sent as each. */
const sameFile = (known: Request['attachments'], { name, sha256, document }: Announced) =>
  known.find((each) => each.sha256 === sha256 && each.name === name && each.document === document);

type Announced = Asked<typeof contract>['body'];
