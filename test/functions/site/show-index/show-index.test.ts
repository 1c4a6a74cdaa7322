import { describe, expect, it } from '@jest/globals';
import { showIndex } from '../../../../functions/site/show-index/show-index.ts';

const files = {
  frame: 'kit.js',
  styles: 'app.css',
  staffStyles: 'staff.css',
  scripts: { 'pages/home': 'home.js' },
  hash: 'DDDD',
  early: 'ask()',
  text: (path: string) => (path === 'home.js' ? 'home()' : undefined),
};
const needs = { publicUrl: 'https://e-akimat.example/', files, storage: [], isDemo: false };
const ask = (accept?: string) => showIndex({ headers: accept === undefined ? {} : { accept }, language: 'kk' }, needs);

describe('the address with only the origin', () => {
  it('tells a program where things are', async () => {
    for (const accept of [undefined, '*/*', 'application/json'])
      expect((await ask(accept)).body).toMatchObject({ services: 'https://e-akimat.example/services' });
  });

  it('shows a browser the first page', async () => {
    const { text, headers } = await ask('text/html,application/xhtml+xml,*/*;q=0.8');
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).toContain('\nhome()\nkit.start()</script>');
    expect(headers?.['content-security-policy']).toContain("default-src 'none'");
  });

  it('tells caches that the answer depends on the request', async () => {
    for (const accept of ['text/html', 'application/json'])
      expect((await ask(accept)).headers).toMatchObject({ vary: 'accept, accept-encoding, accept-language' });
  });
});
