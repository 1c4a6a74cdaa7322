import { accessRules } from '../../../lib/domain/access/rules.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';

/** The methods of an address, or the refusal "no such address". HEAD works where everybody may GET. */
export function methodsOf(path: string): readonly string[] | Refusal {
  const methods = Object.entries(accessRules).flatMap(([route, rule]) => {
    const [method = '', pattern = ''] = route.split(' ');
    if (!matches(pattern, path)) return [];
    return rule === 'public' && method === 'GET' ? [method, 'HEAD'] : [method];
  });
  return methods.length === 0 ? refuse('route/unknown') : [...methods, 'OPTIONS'];
}

/** The refusal "not by this method", with the methods of the address. */
export const refuseMethod = (methods: readonly string[]): Refusal =>
  refuse('route/method', { facts: { allowed: methods.join(', ') } });

function matches(pattern: string, path: string) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const isLong = pattern.endsWith('+}') ? given.length >= wanted.length : given.length === wanted.length;
  return isLong && wanted.every((part, i) => part.startsWith('{') || part === given[i]);
}
