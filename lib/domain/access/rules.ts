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
/** Who makes drafts: citizens for themselves, employees for visitors. */
const filers = ['applicant', 'con-operator', 'mio-officer', 'mio-head', 'akim'] as const satisfies readonly Role[];
const workers = [
  'con-operator',
  'mio-officer',
  'mio-head',
  'akim',
  'commission-member',
] as const satisfies readonly Role[];
const readers = ['applicant', ...workers, 'auditor'] as const satisfies readonly Role[];

/**
 * Roles that tell a visitor the status of a request. The regulations on targeted assistance name the akim beside the
 * office (Mangystau No 63, point 9).
 */
const askers = [...workers, 'auditor'] as const satisfies readonly Role[];

/** Who offers places from the queue of their office, and who withdraws its documents if they may sign. */
const offerers = ['mio-officer', 'mio-head'] as const satisfies readonly Role[];
/** Who answers an offer: the citizen, or an employee of the counter that filed for them. */
const answerers = ['applicant', 'con-operator', 'mio-officer', 'mio-head'] as const satisfies readonly Role[];

/** Who reads the journal of registration: those whose office keeps it, and the auditor. */
const registrars = ['mio-officer', 'mio-head', 'auditor'] as const satisfies readonly Role[];

/** Who sees a complaint: whoever has made it, those who answer (statemachines/complaint.json), the auditor. */
const judges = ['applicant', 'mio-head', 'auditor'] as const satisfies readonly Role[];

/**
 * The only list of who may call what. A route that is missing here does not compile, has no contract, and the authorizer
 * denies it. `lib/domain/request/ownership.ts` decides whose requests a caller may see.
 */
export const accessRules = {
  'GET /': 'public',
  'GET /app/{path+}': 'public',
  'GET /docs': 'public',
  'GET /openapi.json': 'public',
  'GET /.well-known/jwks.json': 'public',
  'GET /services': 'public',
  'GET /services/{service}': 'public',
  'GET /services/{service}/text': 'public',
  'GET /services/{service}/channels/{channel}/diagram.svg': 'public',
  'GET /offices': 'public',
  'GET /indicators': 'public',
  'GET /documents/{number}': 'public',
  'POST /mailed-results': 'public',
  'POST /disowned-addresses': 'public',
  'POST /eds/verifications': 'public',
  'GET /eds/trust': 'public',
  'GET /certificates.pem': 'public',

  'POST /accounts': 'public',
  'POST /sessions': 'public',
  'POST /sessions/challenges': 'public',
  'POST /sessions/eds': 'public',
  'POST /sessions/refresh': 'public',
  'DELETE /sessions/current': everyone,
  'GET /account/sessions': everyone,
  'DELETE /account/sessions/{session}': everyone,
  'GET /account': everyone,
  'PUT /account': everyone,
  'POST /account/email': everyone,
  'PUT /account/password': everyone,
  'GET /account/post': everyone,
  'PUT /account/post': everyone,
  'GET /staff': ['administrator'],
  'POST /staff': ['administrator'],
  'PUT /staff/{account}': ['administrator'],
  'GET /mandates': ['mio-head'],
  'PUT /mandates/{account}': ['mio-head'],
  'DELETE /mandates/{account}': ['mio-head'],
  'GET /people': ['mio-head', 'auditor'],
  'PUT /people/{account}/absence': ['mio-head'],
  'DELETE /people/{account}/absence': ['mio-head'],
  'POST /people/{account}/work': ['mio-head'],

  'POST /requests': filers,
  'GET /requests': filers,
  'GET /requests/{id}': readers,
  'GET /requests/{id}/access': ['applicant'],
  'GET /requests/{id}/diagram.svg': readers,
  'PUT /requests/{id}/form': filers,
  'POST /requests/{id}/register-data': filers,
  'DELETE /requests/{id}': filers,
  'POST /requests/{id}/attachments': filers,
  'DELETE /requests/{id}/attachments/{attachment}': filers,
  'GET /requests/{id}/attachments/{attachment}': readers,
  'GET /requests/{id}/signable': filers,
  'POST /requests/{id}/submission': filers,
  'GET /requests/{id}/signature-report': readers,
  'GET /requests/{id}/output': readers,
  'GET /requests/{id}/card': readers,
  'GET /requests/{id}/receipt': readers,
  'GET /requests/{id}/delivery': readers,
  'GET /requests/{id}/queue': readers,
  'POST /requests/{id}/offers': offerers,
  'POST /requests/{id}/proposals': ['mio-officer'],
  'POST /requests/{id}/proposals/{proposal}/decision': ['mio-head'],
  'GET /requests/{id}/offers/{offer}/signable': answerers,
  'POST /requests/{id}/offers/{offer}/answer': answerers,
  'GET /requests/{id}/withdrawal': readers,
  'GET /requests/{id}/withdrawal/signable': filers,
  'POST /requests/{id}/withdrawal': filers,
  'POST /requests/{id}/complaint/signable': ['applicant'],
  'POST /requests/{id}/complaints': ['applicant'],
  'GET /requests/{id}/complaints/{complaint}': judges,
  'PUT /requests/{id}/complaints/{complaint}/answer': ['mio-head'],
  'POST /requests/{id}/complaints/{complaint}/answer/signature': ['mio-head'],
  'GET /requests/{id}/complaints/{complaint}/answer': judges,
  'GET /complaints': ['mio-head'],
  'POST /requests/{id}/reopening/signable': ['mio-head'],
  'POST /requests/{id}/reopening': ['mio-head'],
  'POST /requests/{id}/correction/signable': offerers,
  'POST /requests/{id}/correction': offerers,
  'PUT /requests/{id}/questionnaire': filers,
  'GET /queue': offerers,
  'GET /notices': ['applicant'],
  'PUT /notices/read': ['applicant'],
  'GET /statuses/{number}': askers,

  'GET /work': workers,
  'GET /work/{id}': workers,
  'PUT /work/{id}/claim': workers,
  'DELETE /work/{id}/claim': workers,
  'POST /recalled-work': ['mio-head'],
  'POST /claimed-work': workers,
  'POST /signable-work': workers,
  'POST /signed-work': workers,
  'POST /work/{id}/acceptance': workers,
  'POST /work/{id}/decision': workers,
  'POST /work/{id}/completion': workers,
  'POST /work/{id}/extension': workers,
  'POST /work/{id}/storage': workers,
  'POST /work/{id}/mailing': workers,
  'GET /work/{id}/output': workers,
  'POST /work/{id}/signature': workers,

  'GET /acts': ['mio-head', 'akim'],
  'GET /journal': ['auditor'],
  'GET /journal/check': ['auditor'],
  'GET /work-counts': workers,
  'GET /ended-work': ['mio-officer', 'mio-head'],
  'GET /register': registrars,
  'GET /register.xlsx': registrars,
  'GET /statistics': ['mio-head', 'auditor'],
  'POST /request-search': askers,
} as const satisfies Record<`${Method} /${string}`, 'public' | readonly Role[]>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Route = keyof typeof accessRules;

/** A route that is not in the rules is denied, also if the gateway knows it. */
export function mayCall(route: string, role: Role): boolean {
  const rule: 'public' | readonly Role[] | undefined = Object.hasOwn(accessRules, route)
    ? accessRules[route as Route]
    : undefined;
  return rule !== undefined && rule !== 'public' && rule.includes(role);
}
