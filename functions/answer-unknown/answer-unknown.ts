import { accessRules } from '../../lib/domain/access/rules.ts';
import { refuse, type Refusal } from '../../lib/domain/problem/problem.ts';

/** The methods that an address has, or the refusal: "no such address". */
export function methodsOf(path: string): readonly string[] | Refusal {
  const methods = Object.keys(accessRules)
    .map((route) => route.split(' ') as [method: string, path: string])
    .filter(([, pattern]) => matches(pattern, path))
    .map(([method]) => method);
  return methods.length === 0 ? refuse('route/unknown') : [...methods, 'OPTIONS'];
}

/** "Not by this method", with those that the address has. */
export const refuseMethod = (methods: readonly string[]): Refusal =>
  refuse('route/method', { facts: { allowed: methods.join(', ') } });

function matches(pattern: string, path: string) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith('{') || part === given[i]);
}
