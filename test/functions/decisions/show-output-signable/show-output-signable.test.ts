import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/show-output-signable/contract.ts';
import { showOutputSignable } from '../../../../functions/decisions/show-output-signable/show-output-signable.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { isDecided, type Request } from '../../../../lib/domain/request/request.ts';
import { after, created, decided, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { openDocuments } from '../../../machines/documents.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, accountsOf, citizen, elsewhere, officer, officerAccount } from '../../cast.ts';

const waiting = opened(created(), '12-mio-sign', 'sign');
const ready = must(claim(waiting, serik, after(11)));
if (!isDecided(ready) || !ready.output) throw new Error('there is no output');
/** With a number that a document can bear. */
const claimed: Request = { ...ready, output: { ...ready.output, number: 'SK-UC-2026-000123-77CNM07Z-K' } };

function place(request: Request = waiting, known = accounts) {
  const [requests, documents] = [memoryRequests(request), openDocuments()];
  const renderOutput = async (document: object) => Buffer.from(JSON.stringify(document));
  const needs = {
    ...{ requests, documents, accounts: known, findService, renderOutput, places: [] },
    ...{ publicUrl: 'https://e-akimat.example', now: after(12) },
  };
  const show = (caller: Caller = officer, id = draft().id) =>
    showOutputSignable(asked({ params: { id } }), caller, needs);
  const fileNow = async () => {
    const found = await requests.find(draft().id);
    return found && isDecided(found) ? found.output?.file : undefined;
  };
  return { show, fileNow, documents };
}

it('whoever works in the office may look at the document before somebody has claimed its signature', async () => {
  const { show, fileNow } = place();
  expect(bodyOf(contract, await show())).toEqual({
    ...{ kind: 'certificate', number: 'SK-UC-2026-000001-0', sha256: 'cd'.repeat(32) },
    document: { url: 'memory:pdf', expiresInSeconds: 300 },
  });
  expect(await fileNow()).not.toHaveProperty('signer');
});

it('whoever has claimed the signature gets a document that names them, made once', async () => {
  const { show, fileNow, documents } = place(claimed);
  const first = bodyOf(contract, await show());
  const file = await fileNow();
  expect(file).toMatchObject({ signer: officer.account, sha256: first.sha256 });
  const written = JSON.parse(Buffer.from(await documents.read(file!.key)).toString());
  expect(written.signer).toMatchObject({ name: serik.name, role: officer.role, position: 'главный специалист' });
  expect(file).toMatchObject({ post: { kk: 'главный специалист', ru: 'главный специалист' } });
  expect(bodyOf(contract, await show())).toEqual(first);
  expect(await fileNow()).toEqual(file);
});

it('before there is a document there is nothing to sign', async () => {
  for (const request of [opened(numbered(), '05-mio-accept', 'accept'), opened(decided(), '12-mio-sign', 'sign')])
    expect(await place(request).show()).toEqual({ refused: 'output/not-ready' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  const { show } = place();
  for (const caller of [elsewhere, citizen]) expect(await show(caller)).toEqual({ refused: 'work/unknown' });
  expect(await show(officer, absent)).toEqual({ refused: 'work/unknown' });
});

it('no document is made in the name of somebody whose mandate has ended, and they lose the work', async () => {
  const { mandate: _, ...without } = officerAccount;
  const { show, fileNow } = place(claimed, accountsOf(without));
  expect(await show()).toEqual({ refused: 'work/no-mandate' });
  expect(await fileNow()).not.toHaveProperty('signer');
  // They may look at it as it is, as everybody in the office.
  expect(await show()).toHaveProperty('body');
});
