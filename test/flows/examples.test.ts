import { globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shortenedCms } from '../../lib/adapters/trust/cms.ts';
import type { Contract } from '../../lib/adapters/http/contract.ts';
import { accessRules, type Route } from '../../lib/domain/access/rules.ts';
import { exampleColleague } from '../../functions/accounts/add-absence/contract.ts';
import { exampleDay } from '../../functions/accounts/give-mandate/contract.ts';
import { bindings, type Binding } from './examples/bindings.ts';
import { judgeBy, type Description } from './examples/describe.ts';
import { ask } from './http.ts';
import { RunningPlatform } from './running-platform.ts';

const root = join(import.meta.dirname, '../..');
const contracts = await Promise.all(
  globSync('functions/*/*/contract.ts', { cwd: root }).map(
    async (file) => ((await import(join(root, file))) as { contract: Contract }).contract,
  ),
);
const byRoute = new Map(contracts.map((contract) => [contract.route, contract]));

const platform = new RunningPlatform();
let judge: ReturnType<typeof judgeBy>;
beforeAll(async () => {
  await platform.start();
  judge = judgeBy((await ask('GET', `${platform.url}/openapi.json`)).body as Description);
});
afterAll(() => platform.remove());

const routes = Object.keys(bindings) as Route[];

it('has an example for every route', () => {
  expect(routes.toSorted()).toEqual(Object.keys(accessRules).toSorted());
  expect(routes.filter((route) => !byRoute.get(route)?.examples?.length)).toEqual([]);
});

it('says of every route that changes something what a repetition does', () => {
  expect(routes.filter((route) => !route.startsWith('GET ') && !byRoute.get(route)?.again)).toEqual([]);
});

/** Without what tells the time, as the signature of an address does, and what happened meanwhile. */
const steady = (body: unknown) => ({
  ...(JSON.parse(JSON.stringify(body ?? {}).replaceAll(/\?X-Amz-[^"]*/g, '')) as object),
  ...{ timeLeft: 0, workingTimeLeft: 0, history: [], attachments: [], state: '', stateText: '', statuses: {} },
});

/** The signature that the documentation shortens, and the day that is today's. */
const complete = (body: unknown, { cms, day, colleague }: Binding) =>
  JSON.parse(
    JSON.stringify(body)
      .replace(shortenedCms, cms ?? shortenedCms)
      .replaceAll(exampleDay, day ?? exampleDay)
      .replace(exampleColleague, colleague ?? exampleColleague),
  ) as unknown;

describe.each(routes)('%s', (route) => {
  const { examples = [], again } = byRoute.get(route) ?? {};

  it.each(examples.map((example) => [example.summary, example] as const))(
    '%s',
    async (_, { summary, query, body, answers }) => {
      const binding = await bindings[route](platform);
      if (body !== undefined) {
        expect(judge.example(route, summary)).toEqual(body);
        if (answers !== 400) expect(judge.faultsOfBody(route, body)).toEqual([]);
      }
      const [method = '', pattern = ''] = route.split(' ');
      const path = pattern.replace(/\{(\w+)\+?\}/g, (place, name: string) =>
        encodeURIComponent(binding.path?.[name] ?? place),
      );
      const asked = query ? `?${new URLSearchParams(query).toString()}` : '';
      const send = () =>
        ask(method, `${platform.url}${path}${asked}`, {
          token: binding.by?.token,
          ...(body !== undefined && { body: complete(body, binding) }),
        });
      const answer = await send();
      expect([answer.status, answer.status === answers ? '' : answer.text]).toEqual([answers, '']);
      if (answers < 300 && (again === 'same' || again === 'reads')) {
        const second = await send();
        expect([second.status < 300, second.status < 300 ? '' : second.text]).toEqual([true, '']);
        expect(steady(second.body)).toEqual(steady(answer.body));
      }
      if (answers < 300 && again === 'told') expect([200, 201, 401, 404, 409]).toContain((await send()).status);
      const type = answer.headers.get('content-type') ?? '';
      // Pages and pictures are for people; the description covers only JSON.
      if (!type.includes('json')) return;
      expect(judge.faultsOfAnswer(route, answer.status, type, answer.body)).toEqual([]);
    },
  );
});
