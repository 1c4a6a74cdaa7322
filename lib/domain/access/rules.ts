import type { Role } from './roles.ts';

const everyone = [
  'applicant',
  'con-operator',
  'mio-officer',
  'mio-head',
  'akim',
  'commission-member',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];
const applicants = ['applicant'] as const satisfies readonly Role[];
const officers = ['mio-officer', 'mio-head'] as const satisfies readonly Role[];
const readers = ['applicant', 'mio-officer', 'mio-head', 'auditor'] as const satisfies readonly Role[];

/**
 * Who may call what: the only list. A route that is not here does not compile, has no contract and is denied by the
 * authorizer. What a role may see of a request that is not its own is decided in `ownership.ts`.
 */
export const accessRules = {
  'GET /': 'public',
  'GET /docs': 'public',
  'GET /openapi.json': 'public',
  'GET /.well-known/jwks.json': 'public',
  'GET /services': 'public',
  'GET /services/{service}': 'public',
  'GET /documents/{number}': 'public',
  'POST /eds/verifications': 'public',

  'POST /accounts': 'public',
  'POST /sessions': 'public',
  'POST /sessions/challenges': 'public',
  'POST /sessions/eds': 'public',
  'POST /sessions/refresh': 'public',
  'DELETE /sessions/current': everyone,
  'GET /account': everyone,
  'POST /staff': ['administrator'],

  'POST /requests': applicants,
  'GET /requests': applicants,
  'GET /requests/{id}': readers,
  'PUT /requests/{id}/form': applicants,
  'DELETE /requests/{id}': applicants,
  'POST /requests/{id}/attachments': applicants,
  'DELETE /requests/{id}/attachments/{attachment}': applicants,
  'GET /requests/{id}/attachments/{attachment}': readers,
  'GET /requests/{id}/signable': applicants,
  'POST /requests/{id}/submission': applicants,
  'GET /requests/{id}/signature-report': readers,
  'GET /requests/{id}/output': readers,
  'GET /notices': applicants,
  'GET /statuses/{number}': ['con-operator', 'mio-officer', 'mio-head', 'auditor'],

  'GET /work': officers,
  'GET /work/{id}': officers,
  'PUT /work/{id}/claim': officers,
  'DELETE /work/{id}/claim': officers,
  'POST /work/{id}/acceptance': officers,
  'POST /work/{id}/decision': officers,
  'GET /work/{id}/output': officers,
  'POST /work/{id}/signature': officers,
} as const satisfies Record<`${Method} /${string}`, 'public' | readonly Role[]>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Route = keyof typeof accessRules;

/** Absent from the rules means denied, also for a route that the gateway knows and the rules do not. */
export function mayCall(route: string, role: Role): boolean {
  const rule: 'public' | readonly Role[] | undefined = Object.hasOwn(accessRules, route)
    ? accessRules[route as Route]
    : undefined;
  return rule !== undefined && rule !== 'public' && rule.includes(role);
}
