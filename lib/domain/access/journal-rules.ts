import type { accessRules, Route } from './rules.ts';

type Rules = typeof accessRules;
/** Routes that ask for a session, and those by which one begins. */
type JournalledRoute =
  { [R in Route]: Rules[R] extends 'public' ? never : R }[Route] | 'POST /sessions' | 'POST /sessions/eds';

/**
 * What a call is, for the access journal: a look at one request or a part of it, at a list, a search, an act, a look at or a
 * change of employees, a session that begins or ends.
 */
export const lookKinds = [
  'request',
  'document',
  'scan',
  'report',
  'receipt',
  'list',
  'search',
  'act',
  'people',
  'post',
  'session',
  'journal',
] as const;
export type LookKind = (typeof lookKinds)[number];

/**
 * What the access journal calls each route: the only list of what is written there. `own`: it shows or changes nothing
 * but the caller's own account. Whoever adds a route says here what it is, or it does not compile; lib/adapters/http/serve.ts
 * then writes the entry before the answer leaves.
 */
export const journalRules = {
  'POST /sessions': 'session',
  'POST /sessions/eds': 'session',
  'DELETE /sessions/current': 'session',
  'GET /account/sessions': 'own',
  'DELETE /account/sessions/{session}': 'session',
  'GET /account': 'own',
  'PUT /account': 'own',
  'PUT /account/password': 'own',
  'GET /account/post': 'own',
  'PUT /account/post': 'post',
  'GET /staff': 'people',
  'POST /staff': 'post',
  'PUT /staff/{account}': 'post',
  'GET /mandates': 'people',
  'PUT /mandates/{account}': 'post',
  'DELETE /mandates/{account}': 'post',

  'POST /requests': 'act',
  'GET /requests': 'list',
  'GET /requests/{id}': 'request',
  'GET /requests/{id}/diagram.svg': 'request',
  'GET /requests/{id}/access': 'own',
  'PUT /requests/{id}/form': 'act',
  'DELETE /requests/{id}': 'act',
  'POST /requests/{id}/attachments': 'act',
  'DELETE /requests/{id}/attachments/{attachment}': 'act',
  'GET /requests/{id}/attachments/{attachment}': 'scan',
  'GET /requests/{id}/signable': 'request',
  'POST /requests/{id}/submission': 'act',
  'GET /requests/{id}/signature-report': 'report',
  'GET /requests/{id}/output': 'document',
  'GET /requests/{id}/receipt': 'receipt',
  'GET /requests/{id}/delivery': 'receipt',
  'GET /requests/{id}/queue': 'request',
  'POST /requests/{id}/offers': 'act',
  'POST /requests/{id}/proposals': 'act',
  'POST /requests/{id}/proposals/{proposal}/decision': 'act',
  'GET /requests/{id}/offers/{offer}/signable': 'request',
  'POST /requests/{id}/offers/{offer}/answer': 'act',
  'GET /requests/{id}/withdrawal/signable': 'request',
  'POST /requests/{id}/withdrawal': 'act',
  'POST /requests/{id}/complaint/signable': 'request',
  'POST /requests/{id}/complaints': 'act',
  'GET /requests/{id}/complaints/{complaint}': 'request',
  'PUT /requests/{id}/complaints/{complaint}/answer': 'act',
  'POST /requests/{id}/complaints/{complaint}/answer/signature': 'act',
  'GET /requests/{id}/complaints/{complaint}/answer': 'document',
  'GET /complaints': 'list',
  'PUT /requests/{id}/questionnaire': 'act',
  'GET /queue': 'list',
  'GET /notices': 'own',
  'PUT /notices/read': 'own',
  'GET /statuses/{number}': 'search',

  'GET /work': 'list',
  'GET /work/{id}': 'request',
  'PUT /work/{id}/claim': 'act',
  'DELETE /work/{id}/claim': 'act',
  'POST /work/{id}/acceptance': 'act',
  'POST /work/{id}/decision': 'act',
  'POST /work/{id}/completion': 'act',
  'POST /work/{id}/extension': 'act',
  'POST /work/{id}/storage': 'act',
  'GET /work/{id}/output': 'document',
  'POST /work/{id}/signature': 'act',

  'GET /acts': 'journal',
  'GET /journal': 'journal',
  'GET /journal/check': 'journal',
} as const satisfies Record<JournalledRoute, LookKind | 'own'>;

/** What the journal calls a route; undefined where it writes nothing. */
export function lookOf(route: Route): LookKind | undefined {
  const rule = Object.hasOwn(journalRules, route) ? journalRules[route as JournalledRoute] : undefined;
  return rule === 'own' ? undefined : rule;
}
