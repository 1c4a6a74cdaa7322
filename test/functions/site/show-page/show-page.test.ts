import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { showPage } from '../../../../functions/site/show-page/show-page.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';

const texts: Readonly<Record<string, string>> = {
  'assets/pages-sign-in-DDDD.js': 'page()',
  'assets/pages-staff-queue-DDDD.js': 'queue()',
  'assets/later-work-lines-DDDD.js': 'lines()',
  'assets/staff-CCCC.css': 'staff{}',
  'service-worker.js': 'worker',
  'files.json': '{}',
};
const files = {
  frame: 'kit()',
  styles: 'all{}',
  staffStyles: 'assets/staff-CCCC.css',
  scripts: {
    'pages/sign-in': 'assets/pages-sign-in-DDDD.js',
    'pages/staff/queue': 'assets/pages-staff-queue-DDDD.js',
    'later/work-lines': 'assets/later-work-lines-DDDD.js',
  },
  hash: 'DDDD',
  early: 'ask()',
  text: (path: string) => texts[path],
};
const storage = ['https://scans.example'];

async function show(path: string, more: { language?: 'ru' | 'kk'; isDemo?: boolean } = {}) {
  const { language = 'kk', isDemo = false } = more;
  const answer = await showPage({ params: { path }, language }, { files, storage, isDemo });
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}

const partsOf = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, part]) => part!);

describe('a page', () => {
  it('is an HTML document in the requested language', async () => {
    const { status, text = '' } = await show('sign-in');
    expect(status).toBe(200);
    expect(text).toContain('<html lang="kk" data-hash="DDDD">');
    expect((await show('sign-in', { language: 'ru' })).text).toContain('<html lang="ru" data-hash="DDDD">');
  });

  it('contains the frame, its own script and its style sheets, and asks for its parts', async () => {
    const { text = '' } = await show('work');
    expect(partsOf(text, 'script')).toEqual(['ask()', 'kit()\nqueue()\nkit.start()']);
    expect(partsOf(text, 'style')).toEqual(['all{}', 'staff{}']);
    expect(text).toContain('<link rel="modulepreload" href="/app/assets/later-work-lines-DDDD.js">');
  });

  it('asks the API before the rest of it has come', async () => {
    const { text = '' } = await show('services/a "b');
    expect(text).toContain(' data-asks="/services/a%20%22b">');
    expect((await show('requests')).text).toMatch(
      / data-asks="\/requests\?[^" ]+ \/services\?limit=100&amp;all=true">/,
    );
    expect(partsOf(text, 'script')[0]).toBe('ask()');
    expect(partsOf((await show('sign-in')).text ?? '', 'script')).toEqual(['kit()\npage()\nkit.start()']);
  });

  it('runs only what was bundled, and connects only to the API, NCALayer and the storage', async () => {
    for (const path of ['sign-in', 'work', 'requests']) {
      const { text = '', headers } = await show(path);
      const policy = headers?.['content-security-policy'] ?? '';
      const hashes = (tag: string) =>
        partsOf(text, tag).map((part) => ` 'sha256-${createHash('sha256').update(part).digest('base64')}'`);
      expect(policy).toContain(`script-src 'self'${hashes('script').join('')};`);
      expect(policy).toContain(`style-src 'self'${hashes('style').join('')};`);
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).toContain("connect-src 'self' wss://127.0.0.1:13579 https://scans.example;");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('has no attribute that would be a script or a style', async () => {
    const { text = '' } = await show('sign-in', { isDemo: true });
    expect(text).not.toMatch(/\son\w+=|style=/);
  });

  it('is requested again each time', async () => {
    expect((await show('sign-in')).headers?.['cache-control']).toBe('no-cache');
  });

  it('says that it is a demonstration only if it is one', async () => {
    expect((await show('sign-in')).text).not.toContain('data-demo');
    expect((await show('sign-in', { isDemo: true })).text).toContain('<html lang="kk" data-hash="DDDD" data-demo>');
  });

  it('that does not exist is a page that says so', async () => {
    expect((await show('no/such/page')).status).toBe(404);
  });
});

describe('a file', () => {
  it('with a hash in its name is cached for ever', async () => {
    const { text, headers } = await show('assets/pages-sign-in-DDDD.js');
    expect(text).toBe('page()');
    expect(headers).toEqual({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('of the service worker is requested again each time, and handles every address', async () => {
    const { headers } = await show('service-worker.js');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'service-worker-allowed': '/' });
  });

  it.each(['assets/kit-OLD1.js', '../package.js', 'assets/../files.css'])('%s is not there', async (path) => {
    await expect(show(path)).rejects.toThrow('route/unknown');
  });

  it('that does not belong to the pages is answered with the missing page: nothing else is served', async () => {
    const { status, text } = await show('files.json');
    expect([status, text?.startsWith('<!doctype html>')]).toEqual([404, true]);
  });
});
