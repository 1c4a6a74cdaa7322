import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { showPage } from '../../../../functions/site/show-page/show-page.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';

const texts: Readonly<Record<string, string>> = {
  'assets/kit-AAAA.js': 'kit',
  'assets/app-BBBB.css': 'styles',
  'service-worker.js': 'worker',
  'files.json': '{}',
};
const files = {
  frame: 'assets/kit-AAAA.js',
  styles: 'assets/app-BBBB.css',
  staffStyles: 'assets/staff-DDDD.css',
  scripts: { 'pages/sign-in': 'assets/sign-in-DDDD.js' },
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

describe('a page', () => {
  it('is an HTML document in the requested language', async () => {
    const { status, text = '' } = await show('sign-in');
    expect(status).toBe(200);
    expect(text).toContain('<html lang="kk" data-hash="DDDD">');
    expect((await show('sign-in', { language: 'ru' })).text).toContain('<html lang="ru" data-hash="DDDD">');
  });

  it('names everything that it needs, so that nothing waits for something else', async () => {
    const { text = '' } = await show('sign-in');
    for (const file of ['assets/kit-AAAA.js', 'assets/app-BBBB.css', 'assets/sign-in-DDDD.js'])
      expect(text).toContain(`="/app/${file}"`);
  });

  it('asks the API before its scripts have come, by the one script that its policy knows by hash', async () => {
    const { text, headers } = await show('services/a "b');
    expect(text).toContain(' data-asks="/services/a%20%22b">');
    expect((await show('requests')).text).toMatch(
      / data-asks="\/requests\?[^" ]+ \/services\?limit=100&amp;all=true">/,
    );
    expect(text?.match(/<script>.*?<\/script>/gs)).toEqual(['<script>ask()</script>']);
    const hash = createHash('sha256').update('ask()').digest('base64');
    expect(headers?.['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`);
  });

  it('runs only what was bundled, and connects only to the API, NCALayer and the storage', async () => {
    const policy = (await show('sign-in')).headers?.['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[\w+/=]{44}'; style-src 'self';/);
    expect(policy).toContain("connect-src 'self' wss://127.0.0.1:13579 https://scans.example;");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it('has no other inline script or style', async () => {
    const { text = '' } = await show('sign-in', { isDemo: true });
    expect(text).not.toMatch(/<script>|<style|\son\w+=|style=/);
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
    const { text, headers } = await show('assets/kit-AAAA.js');
    expect(text).toBe('kit');
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
