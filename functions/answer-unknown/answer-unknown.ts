import { accessRules } from '../../lib/domain/access/rules.ts';
import { refuse, type Refusal } from '../../lib/domain/problem/problem.ts';

/** "No such address", or "not by this method" with those that the address has. */
export function answerUnknown(path: string): Refusal {
  const allowed = Object.keys(accessRules)
    .map((route) => route.split(' ') as [method: string, path: string])
    .filter(([, pattern]) => matches(pattern, path))
    .map(([method]) => method);
  return allowed.length === 0
    ? refuse('route/unknown')
    : refuse('route/method', { facts: { allowed: [...allowed, 'OPTIONS'].join(', ') } });
}

function matches(pattern: string, path: string) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith('{') || part === given[i]);
}
