import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/decide-work/contract.ts';
import { decideWork } from '../../../../functions/decisions/decide-work/decide-work.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { accepted, after, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, colleague, elsewhere, interested, machines, officer } from '../../cast.ts';
import { preschool } from '../../../lib/domain/request/queue-example.ts';

const { id } = draft();
const waiting = opened(accepted(), '06-mio-decide', 'decide', 'token-2');
const claimed = must(claim(waiting, serik, after(7)));
const [{ body: approval }, { body: refusal }, { body: empty }] = contract.examples;
const decide = (
  requests = memoryRequests(claimed),
  body: unknown = approval,
  caller: Caller = officer,
  more: object = {},
  of = id,
) =>
  decideWork(asked({ params: { id: of }, body: contract.body.parse(body) }), caller, {
    ...{ requests, accounts, findService, machines: machines(), now: after(8), ...more },
  });

it.each([
  ['an approval with the fields of the document', approval, 'approved'],
  ['a refusal with its reason', refusal, 'refused'],
])('%s is kept, told to the machine, and not shown before the document', async (_, body, outcome) => {
  const [requests, heard] = [memoryRequests(claimed), machines()];
  const shown = bodyOf(contract, await decide(requests, body, officer, { machines: heard }));
  expect(shown.state).toBe('decided');
  expect(shown).not.toHaveProperty('decision');
  expect(await requests.find(id)).toMatchObject({ decision: { ...body, by: { account: officer.account } } });
  expect(heard.signals).toEqual([['token-2', outcome]]);
});

it('the same decision again changes nothing; another one is refused', async () => {
  const requests = memoryRequests(claimed);
  await decide(requests);
  const once = await requests.find(id);
  bodyOf(contract, await decide(requests));
  expect(await decide(requests, refusal)).toEqual({ refused: 'work/decided-otherwise' });
  expect(await requests.find(id)).toEqual(once);
});

it('an approval that leaves the document empty is refused by field', async () => {
  const refused = await decide(undefined, empty);
  expect(refused).toMatchObject({ refused: 'form/invalid' });
  expect(refused).toHaveProperty(
    'errors.0',
    expect.objectContaining({ field: '/fields/registeredOn', rule: 'required' }),
  );
});

it("a refusal has one of the regulation's grounds, word for word, if the regulation lists any", async () => {
  const grounds = ['недостоверность представленных сведений и документов'];
  const listed = (...given: Parameters<typeof findService>) => {
    const found = findService(...given);
    return found && { ...found, grounds };
  };
  const onGround = (ground: string) =>
    decide(undefined, { outcome: 'refused', ground, text: 'Сведения не подтвердились.' }, officer, {
      findService: listed,
    });
  expect(await onGround('не нравится заявитель')).toMatchObject({
    refused: 'form/invalid',
    errors: [{ field: '/ground', rule: 'choice', expected: `«${grounds[0]}»` }],
  });
  expect(bodyOf(contract, await onGround(grounds[0]!)).state).toBe('decided');
});

it('an interim document is given only if the service has one', async () => {
  const interim = { outcome: 'approved', interim: true, fields: {} };
  expect(await decide(undefined, interim)).toEqual({ refused: 'work/no-interim' });
  const requests = memoryRequests({ ...claimed, ...preschool });
  expect(bodyOf(contract, await decide(requests, interim))).toMatchObject({ state: 'decided' });
});

it('only the officer who claimed the work can do it, and only its own task', async () => {
  expect(await decide(memoryRequests(waiting))).toEqual({ refused: 'work/not-claimed' });
  expect(await decide(undefined, approval, colleague)).toMatchObject({ refused: 'work/claimed' });
  expect(await decide(undefined, approval, officer, { accounts: interested })).toEqual({ refused: 'work/own-request' });
  const accepting = must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5)));
  expect(await decide(memoryRequests(accepting))).toMatchObject({ refused: 'work/other-task' });
  const none = { findService: () => undefined };
  expect(await decide(undefined, approval, officer, none)).toEqual({ refused: 'service/unknown' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen])
    expect(await decide(undefined, approval, caller)).toEqual({ refused: 'work/unknown' });
  expect(await decide(undefined, approval, officer, {}, absent)).toEqual({ refused: 'work/unknown' });
});
