import { describe, expect, it } from '@jest/globals';
import { accessRules } from '../../lib/domain/access/rules.ts';
import { carriers } from '../../lib/domain/regulation/words.ts';

describe('the carriers of steps outside the rows', () => {
  it.each(Object.entries(carriers))('%s names routes that exist', (_, carrier) => {
    const routes = carrier.match(/\b(?:GET|POST|PUT|DELETE) \/[\w{}/-]*/g) ?? [];
    for (const route of routes) expect(Object.keys(accessRules)).toContain(route);
  });

  it('are missing for none of these steps', () => {
    expect(Object.values(carriers).filter((carrier) => /\bnothing\b/.test(carrier))).toEqual([]);
  });
});
