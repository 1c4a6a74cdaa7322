import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/show-correction/contract.ts';
import { showCorrection } from '../../../../functions/decisions/show-correction/show-correction.ts';
import { viewRequest } from '../../../../lib/adapters/http/views/request-view.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { correctionRules } from '../../../../lib/domain/correction/rules.ts';
import { correct } from '../../../../lib/domain/request/correction/correct.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { correction, issued } from '../../../lib/domain/request/correction-example.ts';
import { accepted, after, must } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, citizen, colleague, elsewhere, officer } from '../../cast.ts';
import { elsewhereHead, head, judges } from '../../complaint-cast.ts';

const body = { way: 'correct', ground: 'slip', text: 'В фамилии пропущена буква.' } as const;
const show = (request = issued(), caller = head, known: Pick<typeof judges, 'find'> = judges) =>
  showCorrection(asked({ params: { id: request.id }, body }), caller, {
    ...{ requests: memoryRequests(request), accounts: known, now: after(30) },
  });

it('the head gets the words, which name the document, the ground and the explanation in both languages', async () => {
  const { content } = bodyOf(contract, await show());
  const word = JSON.parse(Buffer.from(content, 'base64').toString()) as Record<string, unknown>;
  expect(word).toMatchObject({ document: { number: 'SK-UC-2026-000001-0' }, ...body });
  expect(JSON.stringify(word['statement'])).toMatch(
    /орнына жаңасы берілсін.*пропущена.*взамен выдать новый.*пропущена/u,
  );
});

it('an officer gets them who holds the mandate of the head, and nobody without the power to sign', async () => {
  bodyOf(contract, await show(issued(), officer, accounts));
  expect(await show(issued(), colleague, accounts)).toEqual({ refused: 'correction/no-mandate' });
  for (const other of [elsewhere, citizen, elsewhereHead])
    expect(await show(issued(), other, other === elsewhereHead ? judges : accounts)).toEqual({
      refused: 'request/unknown',
    });
});

it('the explanation has bounds, and the head alone is shown what may be done', () => {
  const { min, max } = correctionRules.characters;
  for (const [length, isTaken] of [
    [min - 1, false],
    [min, true],
    [max, true],
    [max + 1, false],
  ] as const)
    expect(contract.body.safeParse({ ...body, text: 'я'.repeat(length) }).success).toBe(isTaken);
  const shown = (request: Request, caller: Caller) => viewRequest(request, after(30), caller).correction?.ways;
  expect(shown(issued(), head)).toEqual(['withdraw', 'correct']);
  expect(shown(must(correct(issued(), correction('withdraw'))), head)).toEqual(['correct']);
  for (const other of [officer, citizen, elsewhereHead]) expect(shown(issued(), other)).toBeUndefined();
});

it('not about what was not issued', async () => {
  expect(await show(accepted())).toEqual({ refused: 'correction/not-issued' });
});
