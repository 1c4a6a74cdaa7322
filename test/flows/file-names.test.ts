import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { download } from '../../lib/local/http/client.ts';
import { demoScan } from '../../lib/local/story/demo-scan.ts';
import { ask, problemOf } from './http.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, certificate, draftOf, type Actor } from './scene.ts';

const platform = new RunningPlatform();
let citizen: Actor;
let draft: string;
let scan: Uint8Array;
beforeAll(async () => {
  await platform.start();
  citizen = await actor(platform, 'applicant-azamat');
  ({ id: draft } = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent')));
  scan = await demoScan();
});
afterAll(() => platform.remove());

const announce = (name: string) =>
  ask('POST', `${platform.url}/requests/${draft}/attachments`, {
    token: citizen.token,
    body: {
      ...{ name, type: 'application/pdf', size: scan.length },
      sha256: createHash('sha256').update(scan).digest('hex'),
    },
  });

/** RFC 6266, with a quoted string (RFC 9110 5.6.4) in which nothing has to be escaped and nothing is outside of ASCII. */
const plain = /^attachment; filename="[0-9A-HJKMNP-TV-Z]{26}\.pdf"$/;

describe.each([
  ['changes the reading order', 'счёт\u202Efdp.exe', 'счётfdp.exe'],
  ['hides characters', 'a\u200Bb\u2066c\uFEFF.pdf', 'abc.pdf'],
  ['goes into other folders', '../../etc/pass\\wd.pdf', '....etcpasswd.pdf'],
  ['is a formula', '=cmd|calc!A1', undefined],
  ['begins as a formula', '=+-@SUM(A1).pdf', 'SUM(A1).pdf'],
  ['has quotes', 'a"; filename="b.html', undefined],
  ['has a new line and a header', 'a\r\nSet-Cookie: x=1.pdf', undefined],
  ['has an escaped new line', 'a%0d%0aSet-Cookie%3a x.pdf', 'a%0d%0aSet-Cookie%3a x.pdf'],
  ['has separators of lines', 'a\u2028b\u2029.pdf', 'ab.pdf'],
  ['has half a character', 'a\ud800.pdf', undefined],
  ['has the parts of a header', "a; filename*=UTF-8''b.pdf", undefined],
  ['has a semicolon', 'a;b,c.pdf', 'a;b,c.pdf'],
  ['is Kazakh', 'Жеке куәлік (көшірме).pdf', 'Жеке куәлік (көшірме).pdf'],
] as const)('a file whose name %s', (_, name, shown) => {
  it(shown === undefined ? 'is not taken' : `is shown as ${shown} and sent by its id`, async () => {
    const answer = await announce(name);
    if (shown === undefined) {
      expect([answer.status, problemOf(answer).code]).toEqual([
        400,
        expect.stringMatching(/^input\/(invalid|characters)$/),
      ]);
      return;
    }
    expect(answer.status).toBe(201);
    const { attachment, upload } = answer.body as Announced;
    const { method, url, headers } = upload;
    expect((await fetch(url, { method, headers, body: Buffer.from(scan) })).status).toBe(200);
    const path = `/requests/${draft}/attachments/${attachment}`;
    const { attachments } = await citizen.client.get<{ attachments: { id: string; name: string }[] }>(
      `/requests/${draft}`,
    );
    expect(attachments.find(({ id }) => id === attachment)?.name).toBe(shown);
    const link = await citizen.client.get<{ url: string }>(path);
    const sent = await fetch(link.url);
    expect(sent.headers.get('content-disposition')).toMatch(plain);
    expect(sent.headers.get('content-disposition')).toContain(attachment);
    expect(sent.headers.get('content-type')).toBe('application/octet-stream');
    expect(sent.headers.get('set-cookie')).toBeNull();
    // The address itself says nothing of the name.
    expect(decodeURIComponent(link.url)).not.toContain(shown.slice(0, 4));
    expect(Buffer.from(await download(link.url))).toEqual(Buffer.from(scan));
    await citizen.client.send('DELETE', path);
  });
});

interface Announced {
  readonly attachment: string;
  readonly upload: { readonly method: string; readonly url: string; readonly headers: Record<string, string> };
}
