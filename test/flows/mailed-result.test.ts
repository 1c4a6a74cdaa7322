import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../lib/domain/digest/sha256.ts';
import { download } from '../../lib/local/http/client.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import { ask, problemOf } from './http.ts';
import { keyIn, mailed, visitor, wanted } from './mailed-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, type Actor } from './scene.ts';

const platform = new RunningPlatform();
let officer: Actor;
let id: string;
beforeAll(async () => {
  await platform.start();
  ({ officer, id } = await wanted(platform));
});
afterAll(() => platform.remove());

const open = (key: string, iin: string) => ask('POST', `${platform.url}/mailed-results`, { body: { key, iin } });
const shown = () => officer.client.get<Record<string, never>>(`/requests/${id}`);

describe('a result that its applicant wanted by e-mail', () => {
  let key: string;

  it('is mailed as an address, without the document and without anything personal', async () => {
    const mails = await mailed(platform);
    expect(mails).toHaveLength(1);
    for (const personal of [visitor.iin, visitor.fullName, 'application/pdf']) expect(mails[0]).not.toContain(personal);
    key = keyIn(mails[0]!);
    expect(key).toContain(id);
    expect(await officer.client.get(`/work/${id}`)).toMatchObject({ request: { mailings: [{ state: 'sent' }] } });
  });

  it('a page stands at the address, and nothing happens when somebody or a program only looks at it', async () => {
    const page = await fetch(`${platform.url}/app/result`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect((await shown())['mailings']).toMatchObject([{ state: 'sent' }]);
  });

  it('does not open with another IIN; with the right one it gives the signed document, and the request is issued', async () => {
    expect(problemOf(await open(key, demoIin('1980-01-01', 'female', 47))).code).toBe('mailing/wrong-iin');
    const { body, status } = await open(key, visitor.iin);
    expect(status).toBe(200);
    const { result } = body as { result: { sha256: string; document: { url: string }; signature: { url: string } } };
    expect(sha256Hex(await download(result.document.url))).toBe(result.sha256);
    expect((await download(result.signature.url)).length).toBeGreaterThan(500);
    for (let time = 0; (await shown())['state'] !== 'issued' && time < 200; time += 1) await wait(50);
    expect(await shown()).toMatchObject({ state: 'issued', mailings: [{ state: 'opened' }] });
  });

  it('is in the history of the request, and in the journal', async () => {
    const history = (await shown())['history'] as unknown as readonly { readonly code: string }[];
    expect(history.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['result-mailed', 'result-opened', 'closed']),
    );
    const auditor = await actor(platform, 'auditor-askhat');

    const journal = JSON.stringify(await auditor.client.get(`/journal?request=${id}`));
    expect(journal).toContain('POST /mailed-results');
    expect(journal).toContain('mailing/wrong-iin');
  });
});

describe('the address that the counter typed for statuses', () => {
  let first: string;

  it('gets one letter with the number alone before everything else', async () => {
    const [letter = '', ...rest] = await mailed(platform, visitor.email);
    first = keyIn(letter);
    expect(letter).toContain('/app/not-mine#');
    expect(letter).toContain(String((await shown())['number']));
    for (const personal of [visitor.iin, visitor.fullName, 'справк']) expect(letter).not.toContain(personal);
    expect(rest.filter((mail) => mail.includes('/app/not-mine#'))).toEqual([]);
  });

  it('is forgotten when its reader says so, and the history does not name it', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await ask('POST', `${platform.url}/disowned-addresses`, { body: { key: first } })).toMatchObject({
        status: 200,
      });
    const request = JSON.stringify(await shown());
    expect(request).toContain('address-disowned');
    expect(request).not.toContain(visitor.email);
  });
});
