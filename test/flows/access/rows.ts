import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import type { Route } from '../../../lib/domain/access/rules.ts';

/** What kind of object a route is about, and whose it can be. The call changes a draft, so each call gets its own. */
export type Thing =
  | 'nothing'
  | 'number'
  | 'session'
  | 'employee'
  | 'officer'
  | 'draft'
  | 'request'
  | 'offer'
  | 'proposal'
  | 'complaint'
  | 'work';

interface Row {
  readonly about: Thing;
  /** A body that the contract accepts, so that the answer is about access and not about fields. */
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

const cms = { cms: 'MAA=' };
const today = { firstDay: dayOf(new Date().toISOString()), lastDay: dayOf(new Date().toISOString()) };
/** Work that there is not: the answer says so of it alone. */
const ordered = { work: [{ id: '01JD5T1V7Z8Q4K2N6M3P9R0S5T', row: '05-mio-accept' }], ground: 'Ровная нагрузка' };
const several = ordered.work.map(({ id }) => ({ id }));
const correction = { way: 'withdraw', ground: 'slip', text: 'В фамилии пропущена буква.' };
const complaint = { ground: 'inaction', text: 'Ответа нет, срок прошёл.' };

/**
 * Every route with its object. A new route does not compile without a row here, and a route about nothing has no braces
 * in its path.
 */
export const rows: Readonly<Record<Route, Row>> = {
  'GET /': { about: 'nothing' },
  'GET /app/{path+}': { about: 'nothing' },
  'GET /docs': { about: 'nothing' },
  'GET /openapi.json': { about: 'nothing' },
  'GET /.well-known/jwks.json': { about: 'nothing' },
  'GET /services': { about: 'nothing' },
  'GET /services/{service}': { about: 'nothing' },
  'GET /services/{service}/text': { about: 'nothing' },
  'GET /services/{service}/channels/{channel}/diagram.svg': { about: 'nothing' },
  'GET /offices': { about: 'nothing' },
  'GET /indicators': { about: 'nothing' },
  'GET /documents/{number}': { about: 'nothing' },
  'GET /eds/trust': { about: 'nothing' },
  'GET /certificates.pem': { about: 'nothing' },
  'POST /mailed-results': { about: 'nothing', body: {} },
  'POST /disowned-addresses': { about: 'nothing', body: {} },
  'POST /eds/verifications': { about: 'nothing', body: cms },

  'POST /accounts': { about: 'nothing', body: {} },
  'POST /sessions': { about: 'nothing', body: {} },
  'POST /sessions/challenges': { about: 'nothing', body: {} },
  'POST /sessions/eds': { about: 'nothing', body: {} },
  'POST /sessions/refresh': { about: 'nothing', body: {} },
  'DELETE /sessions/current': { about: 'nothing' },
  'GET /account': { about: 'nothing' },
  'PUT /account': { about: 'nothing', body: {} },
  'POST /account/email': { about: 'nothing', body: {} },
  'PUT /account/password': { about: 'nothing', body: {} },
  'GET /account/sessions': { about: 'nothing' },
  'DELETE /account/sessions/{session}': { about: 'session' },
  'GET /account/post': { about: 'nothing' },
  'PUT /account/post': { about: 'nothing', body: { cms: 'MAA=' } },
  'GET /staff': { about: 'nothing' },
  'POST /staff': {
    about: 'nothing',
    body: { iin: demoIin('1980-01-01', 'male', 43), fullName: 'Демо Мүше', role: 'akim', position: 'аким (демо)' },
  },
  'PUT /staff/{account}': { about: 'employee', body: { act: 'restore' } },
  'GET /mandates': { about: 'nothing' },
  'PUT /mandates/{account}': { about: 'officer', body: { lastDay: dayOf(new Date().toISOString()) } },
  'DELETE /mandates/{account}': { about: 'officer' },
  'GET /people': { about: 'nothing' },
  'PUT /people/{account}/absence': { about: 'officer', body: { ...today, substitute: 'nobody' } },
  'DELETE /people/{account}/absence': { about: 'officer', query: { firstDay: today.firstDay } },
  'POST /people/{account}/work': { about: 'officer', body: ordered },

  'POST /requests': { about: 'nothing', body: {} },
  'GET /requests': { about: 'nothing' },
  'GET /requests/{id}': { about: 'request' },
  'GET /requests/{id}/access': { about: 'request' },
  'GET /requests/{id}/diagram.svg': { about: 'request' },
  'PUT /requests/{id}/form': { about: 'draft', body: { form: {}, formVersion: 0 } },
  'POST /requests/{id}/register-data': { about: 'draft', body: { consent: true } },
  'DELETE /requests/{id}': { about: 'draft' },
  'POST /requests/{id}/attachments': {
    about: 'draft',
    body: { name: 'scan.pdf', type: 'application/pdf', size: 1, sha256: '0'.repeat(64) },
  },
  'DELETE /requests/{id}/attachments/{attachment}': { about: 'draft' },
  'GET /requests/{id}/attachments/{attachment}': { about: 'request' },
  'GET /requests/{id}/signable': { about: 'draft' },
  'POST /requests/{id}/submission': { about: 'draft', body: cms },
  'GET /requests/{id}/signature-report': { about: 'request' },
  'GET /requests/{id}/output': { about: 'request' },
  'GET /requests/{id}/card': { about: 'request' },
  'GET /requests/{id}/receipt': { about: 'request' },
  'GET /requests/{id}/delivery': { about: 'request' },
  'GET /requests/{id}/queue': { about: 'offer' },
  'POST /requests/{id}/offers': { about: 'offer', body: { organisation: 'Демо ясли-сад', keptFrom: '2027-01-11' } },
  'POST /requests/{id}/proposals': {
    about: 'offer',
    body: { organisation: 'Демо ясли-сад', keptFrom: '2027-01-11', ground: 'court' },
  },
  'POST /requests/{id}/proposals/{proposal}/decision': { about: 'proposal', body: { decision: 'declined' } },
  'GET /requests/{id}/offers/{offer}/signable': { about: 'offer', query: { answer: 'accepted' } },
  'POST /requests/{id}/offers/{offer}/answer': { about: 'offer', body: { answer: 'accepted', ...cms } },
  'GET /requests/{id}/withdrawal': { about: 'request' },
  'GET /requests/{id}/withdrawal/signable': { about: 'offer' },
  'POST /requests/{id}/withdrawal': { about: 'offer', body: cms },
  'POST /requests/{id}/complaint/signable': { about: 'complaint', body: complaint },
  'POST /requests/{id}/complaints': { about: 'complaint', body: { ...complaint, ...cms } },
  'GET /requests/{id}/complaints/{complaint}': { about: 'complaint' },
  'PUT /requests/{id}/complaints/{complaint}/answer': {
    about: 'complaint',
    body: { outcome: 'upheld', text: 'Ответим на этой неделе.' },
  },
  'POST /requests/{id}/complaints/{complaint}/answer/signature': { about: 'complaint', body: cms },
  'GET /requests/{id}/complaints/{complaint}/answer': { about: 'complaint' },
  'GET /complaints': { about: 'nothing' },
  'POST /requests/{id}/reopening/signable': { about: 'request', body: { ground: 'facts' } },
  'POST /requests/{id}/reopening': { about: 'request', body: { ground: 'facts', ...cms } },
  'POST /requests/{id}/correction/signable': { about: 'request', body: correction },
  'POST /requests/{id}/correction': { about: 'request', body: { ...correction, ...cms } },
  'PUT /requests/{id}/questionnaire': { about: 'draft', body: { quality: 3, accessibility: 3 } },
  'GET /queue': { about: 'nothing' },
  'GET /notices': { about: 'nothing' },
  'PUT /notices/read': { about: 'nothing', body: {} },
  'GET /statuses/{number}': { about: 'number' },

  'GET /work': { about: 'nothing' },
  'GET /work-counts': { about: 'nothing' },
  'GET /ended-work': { about: 'nothing' },
  'GET /register': { about: 'nothing' },
  'GET /register.xlsx': { about: 'nothing' },
  'GET /statistics': { about: 'nothing' },
  'POST /request-search': { about: 'nothing', body: { number: 'SK-UC-2026-1' } },
  'GET /work/{id}': { about: 'work' },
  'PUT /work/{id}/claim': { about: 'work' },
  'DELETE /work/{id}/claim': { about: 'work' },
  'POST /work/{id}/decision': {
    about: 'work',
    body: { outcome: 'refused', ground: 'Демо', text: 'Отказ для проверки доступа' },
  },
  'POST /work/{id}/extension': { about: 'work', body: { ground: 'many-records' } },
  'POST /work/{id}/mailing': { about: 'work' },
  'POST /work/{id}/storage': { about: 'work', body: { place: 'Сейф № 1' } },
  'GET /work/{id}/output': { about: 'work' },
  'POST /work/{id}/signature': { about: 'work', body: cms },
  'POST /recalled-work': { about: 'nothing', body: ordered },
  'POST /claimed-work': { about: 'nothing', body: { work: several } },
  'POST /signable-work': { about: 'nothing', body: { work: several } },
  'POST /signed-work': { about: 'nothing', body: { work: several.map((each) => ({ ...each, ...cms })) } },
  // Last, because these can bring the work to its end.
  'POST /work/{id}/acceptance': { about: 'work' },
  'POST /work/{id}/completion': { about: 'work', body: {} },

  'GET /acts': { about: 'nothing' },
  'GET /journal': { about: 'nothing' },
  'GET /journal/check': { about: 'nothing' },
};
