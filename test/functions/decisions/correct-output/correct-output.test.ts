import { beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/correct-output/contract.ts';
import { correctOutput } from '../../../../functions/decisions/correct-output/correct-output.ts';
import type { CorrectionWay } from '../../../../lib/domain/correction/rules.ts';
import type { IssuedDocument } from '../../../../lib/domain/output/issued-document.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { correctable } from '../../../../lib/domain/request/correction/correct.ts';
import { correctionBytes } from '../../../../lib/domain/request/correction/statement.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { issued } from '../../../lib/domain/request/correction-example.ts';
import { accepted, after } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { waiting } from '../../../lib/domain/request/mailing-example.ts';
import { deliver } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, colleague, machines } from '../../cast.ts';
import { elsewhereHead, head, headAccount, judges } from '../../complaint-cast.ts';
import { memoryEds } from '../../memory-eds.ts';

let eds: Awaited<ReturnType<typeof memoryEds>>;
beforeAll(async () => (eds = await memoryEds()));

const said = (way: CorrectionWay, text = 'Ошибка в фамилии.') => ({ way, ground: 'slip' as const, text });
const cmsOf = async (way: CorrectionWay = 'withdraw', about = issued(), text?: string) =>
  Buffer.from(
    sign(
      await eds.authority.issue(saule, 'signature', 'firstHead'),
      correctionBytes(about, correctable(about)!, said(way, text), headAccount.iin),
    ),
  ).toString('base64');

function scene(request = issued(), known: Pick<typeof judges, 'find'> = judges) {
  const requests = memoryRequests(request);
  const registered: IssuedDocument[] = [];
  const told = machines();
  const send = (cms: string, way: CorrectionWay = 'withdraw', caller = head, text?: string) =>
    correctOutput(asked({ params: { id: request.id }, body: { ...said(way, text), cms } }), caller, {
      ...{ requests, accounts: known, findService, now: after(50), binOf, stamps: true, checkEds: eds.checkEds },
      ...{ refused: eds.refused, documents: eds.documents, machines: told as never },
      register: { record: async (document: IssuedDocument) => void registered.push(document) },
    });
  return { requests, registered, told, send, kept: () => requests.find(request.id) };
}

it('the head withdraws a document: the register says so, and no machine runs', async () => {
  const { registered, told, send, kept } = scene();
  const cms = await cmsOf();
  const shown = bodyOf(contract, await send(cms));
  expect(shown).toMatchObject({ state: 'withdrawn', withdrawn: { text: 'Ошибка в фамилии.' } });
  expect(registered).toMatchObject([{ status: 'withdrawn', withdrawn: { ground: { ru: expect.any(String) } } }]);
  expect([told.started, told.signals]).toEqual([[], []]);
  expect(await kept()).not.toHaveProperty('pending');
  expect(bodyOf(contract, await send(cms)).history).toEqual(shown.history);
  expect(registered).toHaveLength(1);
});

it('or has another one made in its place: the machine runs from the decision', async () => {
  const { registered, told, send } = scene();
  const cms = await cmsOf('correct');
  const shown = bodyOf(contract, await send(cms, 'correct'));
  expect(shown).toMatchObject({ state: 'in-progress', earlier: [{ withdrawn: { text: 'Ошибка в фамилии.' } }] });
  expect(registered).toMatchObject([{ number: 'SK-UC-2026-000001-0', status: 'withdrawn' }]);
  expect(told.started).toHaveLength(1);
  bodyOf(contract, await send(cms, 'correct'));
  expect(told.started).toHaveLength(1);
});

it('what waits to be collected is withdrawn, and its machine is told', async () => {
  const { registered, told, send } = scene(waiting(''));
  bodyOf(contract, await send(await cmsOf('withdraw', waiting(''))));
  expect(registered).toMatchObject([{ status: 'withdrawn' }]);
  expect(told.signals).toEqual([['token-4', 'done']]);
});

it('needs the signature of this word, about this document, by that head', async () => {
  const { kept, send } = scene();
  const other = deliver({ ...accepted(), id: '01KAH7M0000000000000000077' }, {}, 19);
  for (const cms of ['MAA=', await cmsOf('correct'), await cmsOf('withdraw', other)])
    expect(await send(cms)).toMatchObject({ refused: 'eds/failed' });
  expect(await send(await cmsOf(), 'withdraw', elsewhereHead)).toEqual({ refused: 'request/unknown' });
  expect((await kept())?.state).toBe('issued');
  const powerless = scene(issued(), accounts);
  expect(await powerless.send(await cmsOf(), 'withdraw', colleague)).toEqual({ refused: 'correction/no-mandate' });
});

it('of two different words at once one is taken, and the other is told', async () => {
  const { registered, send, kept } = scene();
  const other = 'Сведения не подтвердились.';
  const answers = await Promise.all([
    send(await cmsOf()),
    send(await cmsOf('withdraw', issued(), other), 'withdraw', head, other),
  ]);
  const refusals = answers.flatMap((answer) => ('refused' in answer ? answer.refused : []));
  expect(refusals).toEqual(['correction/withdrawn']);
  expect(registered).toHaveLength(1);
  expect((await kept())?.events.filter(({ code }) => code === 'output-withdrawn')).toHaveLength(1);
});
