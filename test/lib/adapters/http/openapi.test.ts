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
