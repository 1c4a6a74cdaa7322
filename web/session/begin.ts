import type { Grant } from '../../lib/domain/identity/session.ts';
import { goTo } from '../state/location.ts';
import { keepGrant, session } from './session.ts';

/** Begins the session. What another person typed here is not shown to the new one. */
export function begin(grant: Grant, done: () => void) {
  const before = session.get();
  const isOther = before !== undefined && before.account !== grant.account;
  if (isOther) sessionStorage.clear();
  keepGrant(grant);
  if (isOther) goTo('/');
  else done();
}
