import { expect, it } from '@jest/globals';
import description from '../../../../lib/adapters/http/openapi.json' with { type: 'json' };
import { accessRules } from '../../../../lib/domain/access/rules.ts';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
const paths = description.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;

it.each(Object.entries(accessRules))(
  '%s says whether a session is required, and what any route may answer',
  (route, rule) => {
    const [method = '', path = ''] = route.replace('+}', '}').split(' ');
    const { responses } = paths[path]![method.toLowerCase()]!;
    const told = (status: number) => responses[status]?.description ?? '';
    const isOpen = rule === 'public';
    expect(told(401).includes('access/unauthenticated')).toBe(!isOpen);
    expect(told(403).includes('access/denied')).toBe(!isOpen);
    expect([told(429), told(500)]).toEqual([
      expect.stringContaining('access/too-many'),
      expect.stringContaining('server/failed'),
    ]);
  },
);

it('says of a day no pattern, which clients are generated from as text', () => {
  const days = JSON.stringify(description).match(/"format":"date(-time)?","pattern"/g);
  expect(days).toBe(null);
});

it('marks what is wrong in an example on purpose', () => {
  const examples = JSON.stringify(description.paths).match(/"description":"Wrong on purpose: it answers 4\d\d\."/g);
  expect(examples?.length).toBeGreaterThan(10);
});
