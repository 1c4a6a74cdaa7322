import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn, type Client } from '../../lib/local/http/client.ts';
import { approval, refusal, tellStory, type Told } from '../../lib/local/story/story.ts';
import { RunningPlatform } from './running-platform.ts';

const platform = new RunningPlatform();
beforeAll(() => platform.start());
afterAll(() => platform.remove());

const lines: string[] = [];
const play = (name: string, more: Partial<Parameters<typeof tellStory>[0]> = {}) =>
  tellStory({
    url: platform.url,
    demoDir: platform.demoDir,
    name: `${name}-story`,
    key: 'rsa',
    decision: approval,
    tell: (line) => lines.push(line),
    ...more,
  });

let applicant: Client;
beforeAll(async () => {
  applicant = await signIn(platform.url, platform.person('applicant-azamat'));
});

interface Seen {
  readonly state: string;
  readonly number: string;
  readonly dueAt: string;
  readonly statuses: Record<string, { status: string }>;
  readonly decision: { outcome: string; text?: string };
  readonly history: { code: string; row?: string }[];
}

describe('an application that is approved', () => {
  let told: Told;
  let seen: Seen;
  beforeAll(async () => {
    told = await play('approved');
    seen = await applicant.get<Seen>(`/requests/${told.id}`);
  });

  it('ends in a certificate whose signature OpenSSL verifies', () => {
    const chain = join(platform.demoDir, 'ca/rsa-chain.pem');
    const verify = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', told.signature, '-content', told.pdf];
    expect(() =>
      execFileSync('openssl', [...verify, '-CAfile', chain, '-purpose', 'any', '-out', '/dev/null'], { stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('goes through the fifteen rows of table 3 in their order', () => {
    const rows = seen.history.flatMap(({ row }) => (row && /^\d\d-/.test(row) ? [row.slice(0, 2)] : []));
    expect([...new Set(rows)]).toEqual(Array.from({ length: 15 }, (_, i) => String(i + 1).padStart(2, '0')));
  });

  it('is shown as completed by the portal and by the CON', () => {
    expect(seen).toMatchObject({
      state: 'issued',
      statuses: { portal: { status: 'completed' }, con: { status: 'completed' } },
    });
  });

  it('is in the public register, with initials and no name', async () => {
    const number = told.pdf
      .split('/')
      .at(-1)
      ?.replace(/\.pdf$/, '');
    const answer = await fetch(`${platform.url}/documents/${number}`);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: 'genuine', number, initials: 'Д. А. Ү.' });
    expect(text).not.toContain('Азамат');
    const page = await fetch(`${platform.url}/documents/${number}`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain(number);
  });

  it('keeps a report of both signatures', async () => {
    const report = await applicant.get<Record<string, { verdict: string }>>(`/requests/${told.id}/signature-report`);
    expect(report).toMatchObject({ submission: { verdict: 'passed' }, output: { verdict: 'passed' } });
  });

  it('is announced in the cabinet in the language that is asked for', async () => {
    const { notices } = await applicant.get<{ notices: { code: string; text: string; request: string }[] }>('/notices');
    const mine = notices.filter(({ request }) => request === told.id);
    expect(mine.map(({ code }) => code)).toEqual(['certificate-issued', 'taken-into-work', 'request-received']);
    expect(mine[0]?.text).toContain(seen.number);
  });

  it('can be looked up by its number at the CON, without form and person', async () => {
    const operator = await signIn(platform.url, platform.person('operator-dinara'));
    const status = await operator.get<object>(`/statuses/${seen.number}`);
    expect(status).toMatchObject({ number: seen.number, statuses: { con: { status: 'completed' } } });
    expect(JSON.stringify(status)).not.toMatch(/form|iin|applicant/);
  });

  it('leaves no IIN and no name in executions, keys of objects or addresses of mail', () => {
    const { iin } = platform.person('applicant-azamat');
    const executions = join(platform.dataDir, 'executions');
    for (const file of readdirSync(executions, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    )) {
      const text = readFileSync(join(executions, file), 'utf8');
      expect(text).not.toContain(iin);
      expect(text).not.toContain('Азамат');
    }
  });
});

describe('an application that is refused', () => {
  it('ends in a signed refusal with its reason', async () => {
    const told = await play('refused', { decision: refusal });
    expect(told.state).toBe('refused');
    const seen = await applicant.get<Seen>(`/requests/${told.id}`);
    expect(seen.decision).toMatchObject({ outcome: 'refused', text: expect.stringContaining('регистрации') });
  });
});

describe('an application signed with GOST 34.10-2015', () => {
  it('ends in a certificate signed with GOST 34.10-2015', async () => {
    const told = await play('gost', { key: 'gost' });
    const report = await applicant.get<{ output: { signers: { algorithm: string }[] } }>(
      `/requests/${told.id}/signature-report`,
    );
    expect(told.state).toBe('issued');
    expect(report.output.signers[0]?.algorithm).toMatch(/34\.10-2015|1\.2\.398\.3\.10\.1\.1\.2/);
  });
});

describe('the history of services', () => {
  it('is paged, newest first', async () => {
    const first = await applicant.get<{ requests: { id: string }[]; next?: string }>('/requests?limit=2');
    expect(first.requests).toHaveLength(2);
    const second = await applicant.get<{ requests: { id: string }[]; next?: string }>(
      `/requests?limit=2&from=${first.next}`,
    );
    expect(second.requests.length).toBeGreaterThan(0);
    const ids = [...first.requests, ...second.requests].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
});

describe('Ctrl-C', () => {
  it('stops the platform cleanly, and the next start continues with the same data', async () => {
    expect(await platform.kill('SIGINT')).toBe(0);
    await platform.start();
    const again = await signIn(platform.url, platform.person('applicant-azamat'));
    const { requests } = await again.get<{ requests: { state: string }[] }>('/requests');
    expect(requests.map(({ state }) => state)).toEqual(['issued', 'refused', 'issued']);
  });
});
