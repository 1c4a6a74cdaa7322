import { accessRules } from '../../../lib/domain/access/rules.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';

/**
 * The methods of an address, or the refusal "no such address". HEAD works where everybody may GET. Of several paths that the address fits, the gateway
 * takes the one with the fewest places: `/sessions/refresh` before `/sessions/{session}`.
 */
export function methodsOf(path: string): readonly string[] | Refusal {
  const routes = Object.entries(accessRules).map(([route, rule]) => {
    const [method = '', pattern = ''] = route.split(' ');
    return { pattern, methods: rule === 'public' && method === 'GET' ? [method, 'HEAD'] : [method] };
  });
  const [nearest] = routes
    .filter(({ pattern }) => matches(pattern, path))
    .toSorted((a, b) => placesIn(a.pattern) - placesIn(b.pattern));
  if (!nearest) return refuse('route/unknown');
  const methods = routes.filter(({ pattern }) => pattern === nearest.pattern).flatMap((route) => route.methods);
  return [...methods, 'OPTIONS'];
}

const placesIn = (pattern: string): number => pattern.split('{').length;

/** The refusal "not by this method", with the methods of the address. */
export const refuseMethod = (methods: readonly string[]): Refusal =>
  refuse('route/method', { facts: { allowed: methods.join(', ') } });

function matches(pattern: string, path: string) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const isLong = pattern.endsWith('+}') ? given.length >= wanted.length : given.length === wanted.length;
  return isLong && wanted.every((part, i) => part.startsWith('{') || part === given[i]);
}
