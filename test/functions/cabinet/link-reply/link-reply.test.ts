import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/link-reply/contract.ts';
import { linkReply } from '../../../../functions/cabinet/link-reply/link-reply.ts';
import { numbered } from '../../../lib/domain/request/example.ts';
import { draft, filed, replied } from '../../../lib/domain/request/complaint-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { openDocuments } from '../../../machines/documents.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, auditor, citizen, officer, stranger } from '../../cast.ts';
import { above, head, waiting } from '../../complaint-cast.ts';

const link = (caller = citizen, request = replied(waiting()), complaint: string = filed.id) =>
  linkReply(asked({ params: { id: numbered().id, complaint } }), caller, {
    requests: memoryRequests(request),
    documents: openDocuments(),
  });

it('the signed answer and its signature go to the applicant, to those who answer and to the auditor', async () => {
  for (const caller of [citizen, head, above, auditor])
    expect(bodyOf(contract, await link(caller))).toMatchObject({
      ...{ number: draft.number, sha256: draft.file.sha256 },
      ...{ document: { url: 'memory:reply' }, signature: { url: 'memory:signature' } },
    });
});

it('what is not signed is given to nobody, and nothing to strangers', async () => {
  expect(await link(citizen, waiting())).toEqual({ refused: 'output/not-ready' });
  expect(await link(citizen, replied(waiting()), absent)).toEqual({ refused: 'complaint/unknown' });
  for (const caller of [stranger, officer]) expect(await link(caller)).toEqual({ refused: 'request/unknown' });
});
