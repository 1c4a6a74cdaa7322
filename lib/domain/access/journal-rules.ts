import type { accessRules, Route } from './rules.ts';

type Rules = typeof accessRules;
/** Routes that ask for a session, those by which one begins, and what gives a document without one. */
type JournalledRoute =
  | { [R in Route]: Rules[R] extends 'public' ? never : R }[Route]
  | 'POST /sessions'
  | 'POST /sessions/eds'
  | 'POST /mailed-results';

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
  'POST /mailed-results': 'document',

  'POST /sessions': 'session',
  'POST /sessions/eds': 'session',
  'DELETE /sessions/current': 'session',
  'GET /account/sessions': 'own',
  'DELETE /account/sessions/{session}': 'session',
  'GET /account': 'own',
  'PUT /account': 'own',
  'POST /account/email': 'own',
  'PUT /account/password': 'own',
  'GET /account/post': 'own',
  'PUT /account/post': 'post',
  'GET /staff': 'people',
  'POST /staff': 'post',
  'PUT /staff/{account}': 'post',
  'GET /mandates': 'people',
  'PUT /mandates/{account}': 'post',
  'DELETE /mandates/{account}': 'post',
  'GET /people': 'people',
  'PUT /people/{account}/absence': 'post',
  'DELETE /people/{account}/absence': 'post',
  'POST /people/{account}/work': 'act',

  'POST /requests': 'act',
  'GET /requests': 'list',
  'GET /requests/{id}': 'request',
  'GET /requests/{id}/diagram.svg': 'request',
  'GET /requests/{id}/access': 'own',
  'PUT /requests/{id}/form': 'act',
  'POST /requests/{id}/register-data': 'act',
  'DELETE /requests/{id}': 'act',
  'POST /requests/{id}/attachments': 'act',
  'DELETE /requests/{id}/attachments/{attachment}': 'act',
  'GET /requests/{id}/attachments/{attachment}': 'scan',
  'GET /requests/{id}/signable': 'request',
  'POST /requests/{id}/submission': 'act',
  'GET /requests/{id}/signature-report': 'report',
  'GET /requests/{id}/output': 'document',
  'GET /requests/{id}/card': 'document',
  'GET /requests/{id}/receipt': 'receipt',
  'GET /requests/{id}/delivery': 'receipt',
  'GET /requests/{id}/queue': 'request',
  'POST /requests/{id}/offers': 'act',
  'POST /requests/{id}/proposals': 'act',
  'POST /requests/{id}/proposals/{proposal}/decision': 'act',
  'GET /requests/{id}/offers/{offer}/signable': 'request',
  'POST /requests/{id}/offers/{offer}/answer': 'act',
  'GET /requests/{id}/withdrawal': 'receipt',
  'GET /requests/{id}/withdrawal/signable': 'request',
  'POST /requests/{id}/withdrawal': 'act',
  'POST /requests/{id}/complaint/signable': 'request',
  'POST /requests/{id}/complaints': 'act',
  'GET /requests/{id}/complaints/{complaint}': 'request',
  'PUT /requests/{id}/complaints/{complaint}/answer': 'act',
  'POST /requests/{id}/complaints/{complaint}/answer/signature': 'act',
  'GET /requests/{id}/complaints/{complaint}/answer': 'document',
  'GET /complaints': 'list',
  'POST /requests/{id}/reopening/signable': 'request',
  'POST /requests/{id}/reopening': 'act',
  'POST /requests/{id}/correction/signable': 'request',
  'POST /requests/{id}/correction': 'act',
  'PUT /requests/{id}/questionnaire': 'act',
  'GET /queue': 'list',
  'GET /notices': 'own',
  'PUT /notices/read': 'own',
  'GET /statuses/{number}': 'search',

  'GET /work': 'list',
  'GET /work/{id}': 'request',
  'PUT /work/{id}/claim': 'act',
  'DELETE /work/{id}/claim': 'act',
  'POST /recalled-work': 'act',
  'POST /claimed-work': 'act',
  'POST /signable-work': 'document',
  'POST /signed-work': 'act',
  'POST /work/{id}/acceptance': 'act',
  'POST /work/{id}/decision': 'act',
  'POST /work/{id}/completion': 'act',
  'POST /work/{id}/extension': 'act',
  'POST /work/{id}/storage': 'act',
  'POST /work/{id}/mailing': 'act',
  'GET /work/{id}/output': 'document',
  'POST /work/{id}/signature': 'act',

  'GET /acts': 'journal',
  'GET /journal': 'journal',
  'GET /journal/check': 'journal',
  'GET /work-counts': 'own',
  'GET /ended-work': 'list',
  'GET /register': 'list',
  'GET /register.xlsx': 'list',
  'GET /statistics': 'own',
  'POST /request-search': 'search',
} as const satisfies Record<JournalledRoute, LookKind | 'own'>;

/** What the journal calls a route; undefined where it writes nothing. */
export function lookOf(route: Route): LookKind | undefined {
  const rule = Object.hasOwn(journalRules, route) ? journalRules[route as JournalledRoute] : undefined;
  return rule === 'own' ? undefined : rule;
}
