import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { openGateways } from '../../../../lib/adapters/gateways/gateways.ts';
import { registries } from '../../../../lib/domain/regulation/words.ts';

const described = parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/gateway/openapi.yaml'), 'utf8'),
) as Described;
interface Described {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema({ ...described, $id: 'gateway' });
const fits = (schema: string, value: unknown) => ajv.validate({ $ref: `gateway#/components/schemas/${schema}` }, value);

const heard: { method: string; path: string; body: unknown }[] = [];
let answer: { status: number; body: unknown };
const server = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push({ method: request.method!, path: request.url!, body: JSON.parse(body) });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
});
let gateways: ReturnType<typeof openGateways>;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  gateways = openGateways(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
beforeEach(() => void heard.splice(0));
afterAll(() => new Promise((done) => server.close(done)));

const iin = '900315390115';
const power = { number: '1', issuedOn: '2026-01-01', until: '2027-01-01', principal: iin, representative: iin };

it('asks each register as docs/gateway says, about a person or a power of attorney', async () => {
  const inPath = (
    described.paths['/registries/{registry}'] as { post: { parameters: [{ schema: { enum: string[] } }] } }
  ).post.parameters[0].schema.enum;
  expect(inPath).toEqual(registries);
  for (const registry of registries)
    for (const found of [true, false]) {
      answer = { status: 200, body: { found } };
      expect(fits('Found', answer.body)).toBe(true);
      expect(await gateways.isKnown(registry, registry === 'enis' ? power : { iin })).toBe(found);
      const { method, path, body } = heard.at(-1)!;
      expect([method, path]).toEqual(['POST', `/registries/${registry}`]);
      expect(['Person', 'Power'].filter((schema) => fits(schema, body))).toEqual([
        registry === 'enis' ? 'Power' : 'Person',
      ]);
    }
});

it('asks for payments as docs/gateway says', async () => {
  answer = { status: 200, body: { due: true } };
  expect(await gateways.isDue('01KAH7M0000000000000000005', 'zhambyl-disabled-child-support', iin)).toBe(true);
  const { method, path, body } = heard.at(-1)!;
  expect([method, path, fits('Fee', body), fits('Due', answer.body)]).toEqual(['POST', '/payments', true, true]);
});

it.each([
  ['an error', { status: 503, body: { found: false } }],
  ['an answer of another form', { status: 200, body: { found: 'no' } }],
])('%s is no answer, never "absent"', async (_, spoilt) => {
  answer = spoilt;
  await expect(gateways.isKnown('gbd-fl', { iin })).rejects.toThrow();
});
