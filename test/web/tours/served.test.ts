import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '../../../web/routes.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';

const root = join(import.meta.dirname, '../../..');
const platform = new RunningPlatform();
const outdir = mkdtempSync(join(tmpdir(), 'served-'));

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
interface Resource {
  readonly Metadata?: { readonly 'e-akimat:entry'?: string };
  readonly Properties: {
    readonly Code?: { readonly S3Key?: string };
    readonly Environment?: { readonly Variables?: Readonly<Record<string, unknown>> };
  };
}

/** The folder that a deployment uploads for a function, and the names of what stands in its environment. */
let site: { readonly folder: string; readonly variables: readonly string[] };
beforeAll(async () => {
  const env = { PATH: process.env['PATH'], CDK_OUTDIR: outdir };
  const args = ['--disable-warning=ExperimentalWarning', 'bin/app.ts'];
  await platform.start();
  const { status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  expect(status).toBe(0);
  site = functionOf('functions/site/show-page/handler.ts');
}, 600_000);
afterAll(async () => {
  await platform.remove();
  rmSync(outdir, { recursive: true, force: true });
});

function functionOf(entry: string) {
  for (const name of readdirSync(outdir).filter((each) => each.endsWith('.template.json'))) {
    const template = JSON.parse(readFileSync(join(outdir, name), 'utf8')) as { Resources: Record<string, Resource> };
    const found = Object.values(template.Resources).find(({ Metadata }) => Metadata?.['e-akimat:entry'] === entry);
    const [hash] = found?.Properties.Code?.S3Key?.split('.') ?? [];
    if (found && hash !== undefined)
      return {
        folder: join(outdir, `asset.${hash}`),
        variables: Object.keys(found.Properties.Environment?.Variables ?? {}),
      };
  }
  throw new Error(`no template has ${entry}`);
}

const STORAGE = 'https://documents.example';

/** What the deployed function answers, in a process of its own, as the runtime starts it. */
function deployed(paths: readonly string[]): readonly Answer[] {
  const values: Readonly<Record<string, string>> = { STORAGE_ORIGINS: STORAGE, EDS_PROFILE: 'kz-nca' };
  const env = Object.fromEntries(site.variables.map((name) => [name, values[name] ?? 'none']));
  const event = (path: string) => ({
    ...{ httpMethod: 'GET', resource: '/app/{path+}', path: `/app/${path}`, pathParameters: { path } },
    ...{ headers: { 'accept-language': 'kk' }, queryStringParameters: null, body: null, isBase64Encoded: false },
    requestContext: { requestId: 'served', identity: { sourceIp: '192.0.2.1' } },
  });
  const script = `
    const { handler } = await import(${JSON.stringify(pathToFileURL(join(site.folder, 'index.mjs')).href)});
    const answers = [];
    for (const event of ${JSON.stringify(paths.map(event))}) answers.push(await handler(event, { awsRequestId: 'served', functionName: 'show-page' }));
    (await import('node:fs')).writeFileSync(3, JSON.stringify(answers));`;
  const file = join(outdir, 'answers.json');
  execFileSync('/bin/sh', ['-c', 'exec "$0" --input-type=module -e "$1" 3>"$2"', process.execPath, script, file], {
    env: { ...env, PATH: process.env['PATH'] },
    stdio: 'ignore',
  });
  return JSON.parse(readFileSync(file, 'utf8')) as Answer[];
}

const local = async (path: string) => {
  const answer = await fetch(`${platform.url}/app/${path}`, { headers: { 'accept-language': 'kk' } });
  return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
};

/**
 * Without what tells a deployment from this machine: that it signs with demo keys, says so in its frame, and where scans lie.
 */
const alike = ({ statusCode, headers, body }: Answer) => ({
  statusCode,
  body: body
    .replace(' data-demo', '')
    .replaceAll(/(?<=data-hash="|-)[\w-]{6}(?="|\.js")/g, 'hash')
    .replaceAll(/(?<=<script>)"use strict";var kit=.*?(?=<\/script>)/gs, 'frame and page'),
  headers: Object.fromEntries(
    ['content-type', 'content-security-policy', 'cross-origin-opener-policy', 'permissions-policy', 'cache-control']
      .concat('strict-transport-security', 'x-content-type-options', 'referrer-policy')
      .map((name) => [
        name,
        headers[name]?.replace(/(?<=wss:\/\/127\.0\.0\.1:13579) [^;]+/, '').replaceAll(/'sha256-[^']+'/g, 'sha256'),
      ]),
  ),
});

interface Names {
  readonly styles: string;
  readonly staffStyles: string;
  readonly scripts: Readonly<Record<string, string>>;
}

describe('the pages out of the template', () => {
  const paths = [...routes.map(({ path }) => path), '/app/nothing']
    .filter((path) => path.startsWith('/app/'))
    .map((path) => path.slice('/app/'.length).replaceAll(/:\w+/g, 'x'));

  it('are the documents that this machine serves, under the same policy', async () => {
    const answers = deployed(paths);
    for (const [index, path] of paths.entries())
      expect([path, alike(answers[index]!)]).toEqual([path, alike(await local(path))]);
    expect(answers[0]!.headers['content-security-policy']).toContain(` ${STORAGE};`);
    expect(answers[0]!.body).not.toContain('data-demo');
  });

  it('consist of the same files, but for the demonstration’s keys, which no deployment has', async () => {
    const names = (folder: string) => JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as Names;
    const [there, here] = [names(join(site.folder, 'web/dist')), names(join(root, 'web/dist'))];
    expect(Object.keys(there.scripts)).toEqual(Object.keys(here.scripts));
    // Their names have one hash together, which differs with them.
    const text = (folder: string, file = '') => readFileSync(join(folder, 'web/dist', file), 'utf8');
    const differ = Object.keys(there.scripts).filter(
      (path) => text(site.folder, there.scripts[path]) !== text(root, here.scripts[path]),
    );
    expect(differ.toSorted()).toEqual(['later/counter-sign', 'later/sign-panel']);
    expect([there.styles, there.staffStyles]).toEqual([here.styles, here.staffStyles]);
    const files = [there.staffStyles, ...Object.values(there.scripts)];
    for (const [index, { statusCode, headers, body }] of deployed(files).entries()) {
      expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(body).not.toMatch(/\/local\/demo|demo-key/);
      const same = await local(files[index]!);
      if (same.statusCode === 200) expect(same.body).toBe(body);
    }
  });
});
