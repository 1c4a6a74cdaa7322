import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { download } from '../../lib/local/http/client.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, decided, letSign, type Actor } from './scene.ts';

const platform = new RunningPlatform();
let [applicant, serik, gulnar, head, auditor]: Actor[] = [];
beforeAll(async () => {
  await platform.start();
  const slugs = ['applicant-azamat', 'officer-serik', 'officer-gulnar', 'head-bakyt', 'auditor-askhat'];
  [applicant, serik, gulnar, head, auditor] = await Promise.all(slugs.map((slug) => actor(platform, slug)));
});
afterAll(() => platform.remove());

interface Items {
  readonly work: readonly {
    readonly id: string;
    readonly done?: boolean;
    readonly output?: { readonly sha256: string; readonly document: { readonly url: string } };
    readonly problem?: { readonly code: string; readonly text?: string };
  }[];
}
const send = (who: Actor, path: string, work: readonly object[]) => who.client.send<Items>('POST', path, { work });
const codes = ({ work }: Items) => work.map(({ done, problem }) => (done ? 'done' : problem?.code));

/** What was shown, each over its own bytes. */
const signAll = (who: Actor, { work }: Items) =>
  Promise.all(
    work.map(async ({ id, output }) => {
      const pdf = await download(output!.document.url);
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(output!.sha256);
      return { id, cms: Buffer.from(await who.sign(pdf)).toString('base64') };
    }),
  );

it('of seven documents a head signs, the bad one and the one taken over fail by themselves; sent again it is the same', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1) ids.push(await decided(applicant!, serik!));
  const work = ids.map((id) => ({ id }));
  expect(codes(await send(head!, '/claimed-work', work))).toEqual(ids.map(() => 'done'));
  const shown = await send(head!, '/signable-work', work);
  expect(shown.work.every(({ problem }) => problem === undefined)).toBe(true);
  const signed = await signAll(head!, shown);
  signed[2] = { ...signed[2]!, cms: signed[3]!.cms };

  // The head lets an officer sign, and gives them the fifth meanwhile.
  const account = await letSign(head!, gulnar!);
  const { row, claimedBy } = (
    await head!.client.get<{ work: { row: string; claimedBy: { at: string } } }>(`/work/${ids[4]}`)
  ).work;
  await head!.client.send('POST', `/people/${account}/work`, {
    ...{ work: [{ id: ids[4], row, claimedAt: claimedBy.at }], ground: 'Ровная нагрузка' },
  });

  const expected = ['done', 'done', 'eds/failed', 'done', 'work/claimed', 'done', 'done'];
  const first = await send(head!, '/signed-work', signed);
  expect(codes(first)).toEqual(expected);
  expect(await send(head!, '/signed-work', signed)).toEqual(first);
  for (const [n, id] of ids.entries()) {
    if (expected[n] !== 'done') continue;
    for (let state = ''; state !== 'issued';)
      ({ state } = await applicant!.client.get<{ state: string }>(`/requests/${id}`));
  }
  expect(await send(head!, '/signed-work', signed)).toEqual(first);
  const { history } = await applicant!.client.get<{ history: readonly { code: string }[] }>(`/requests/${ids[0]}`);
  expect(history.filter(({ code }) => code === 'output-signed')).toHaveLength(1);

  // What was bad is signed when it is sent rightly; what is the officer's, the officer signs.
  const again = await send(head!, '/signable-work', [{ id: ids[2] }]);
  expect(codes(await send(head!, '/signed-work', await signAll(head!, again)))).toEqual(['done']);
  const theirs = await send(gulnar!, '/signable-work', [{ id: ids[4] }]);
  expect(codes(await send(gulnar!, '/signed-work', await signAll(gulnar!, theirs)))).toEqual(['done']);

  const { entries } = await auditor!.client.get<{ entries: readonly { route: string; outcome: string }[] }>(
    `/journal?request=${ids[2]}&limit=100`,
  );
  const several = entries.filter(({ route }) => /^POST \/(claimed|signable|signed)-work$/.test(route));
  expect(several.map(({ route, outcome }) => [route, outcome]).toReversed()).toEqual([
    ['POST /claimed-work', 'done'],
    ['POST /signable-work', 'done'],
    ...Array.from({ length: 3 }, () => ['POST /signed-work', 'eds/failed']),
    ['POST /signable-work', 'done'],
    ['POST /signed-work', 'done'],
  ]);
});
