import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acceptPost } from '../../../../functions/accounts/accept-post/accept-post.ts';
import { openAccounts, type Accounts } from '../../../../lib/adapters/identity/accounts.ts';
import { postBytes } from '../../../../lib/domain/identity/post-statement.ts';
import { actorOf, isSessionOf } from '../../../../lib/domain/identity/session.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, after, daniyar, saule, start } from '../../../lib/adapters/identity/people.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { openSigningScene, type SigningScene } from '../../signing-scene.ts';

let scene: SigningScene;
let table: Awaited<ReturnType<typeof openMemoryTable>>;
let accounts: Accounts;
let officer: Signer;
const offered = {
  role: 'mio-officer',
  office: 'otyrar',
  position: 'специалист',
  by: 'admin',
  at: start.toISOString(),
} as const;
const hired = { ...accountOf(saule), createdBy: 'admin', offered };
const caller = { account: hired.id, role: 'applicant', session: 's' } as const;

beforeEach(async () => {
  scene = await openSigningScene();
  officer = await scene.authority.issue(saule, 'signature', 'employee');
  table = await openMemoryTable();
  accounts = openAccounts(table);
  await accounts.add(hired, 'known to two');
});
afterEach(async () => {
  await table.close();
  await scene.close();
});

const accept = (signer: Signer, bytes = postBytes(hired, offered), at = binOf) =>
  acceptPost({ body: { cms: Buffer.from(sign(signer, bytes)).toString('base64') } }, caller, {
    ...{ accounts, documents: scene.documents, checkEds: scene.checkEds(), binOf: at, now: after(7200) },
  });

describe('a post', () => {
  it('does not work before its holder has signed for it', async () => {
    expect(actorOf((await accounts.find(hired.id))!)).toEqual({ role: 'applicant' });
  });

  it('works when they have, in new sessions; signature and check are kept, and the password of two people ends', async () => {
    expect(await accept(officer)).toMatchObject({
      body: { post: { role: 'mio-officer', office: 'otyrar' } },
    });
    const kept = (await accounts.credentialsOf(hired.id))!;
    expect(kept.account).toMatchObject({ role: 'mio-officer', office: 'otyrar', position: 'специалист' });
    expect(kept.account.confirmed).toBeDefined();
    expect(kept.account).not.toHaveProperty('offered');
    expect(kept.passwordHash).toBeUndefined();
    expect(isSessionOf({ account: hired.id }, kept.account)).toBe(false);
    expect(await scene.keys(`accounts/${hired.id}/posts/`)).toHaveLength(4);
    expect(await accept(officer)).toEqual({ refused: 'post/none' });
  });

  it('is not accepted by another person, for another firm, or by words that were signed for another post', async () => {
    const head = postBytes(hired, { ...offered, role: 'mio-head' });
    for (const refused of [
      await accept(await scene.authority.issue(daniyar, 'signature', 'employee')),
      await accept(officer, head),
      await accept(officer, undefined, async () => '120140099918'),
    ])
      expect(refused).toMatchObject({ refused: 'eds/failed' });
    expect(await accept(officer, undefined, async () => undefined as never)).toEqual({
      refused: 'eds/office',
    });
    expect((await accounts.find(hired.id))?.role).toBe('applicant');
  });
});
