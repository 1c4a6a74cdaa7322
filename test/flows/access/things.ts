import type { Role } from '../../../lib/domain/access/roles.ts';
import { Role as roles } from '../../../lib/domain/access/roles.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { ask } from '../http.ts';
import type { RunningPlatform } from '../running-platform.ts';
import {
  actor,
  certificate,
  doWork,
  draftOf,
  enter,
  submit,
  workOf,
  type Actor,
  type Application,
  type Draft,
} from '../scene.ts';
import { complain } from '../complaint-scene.ts';
import { offer, propose, register } from '../queue-scene.ts';
import type { Thing } from './rows.ts';

type Whose = 'own' | 'other';

type Found = Draft & {
  readonly offer?: string;
  readonly proposal?: string;
  readonly complaint?: string;
  readonly session?: string;
  readonly account?: string;
};

export interface Things {
  readonly callers: Readonly<Record<Role, Actor>>;
  /** Who calls about such an object: places are offered by another office than most other objects belong to. */
  caller(role: Role, about: Thing): Actor;
  /** An object that belongs to the role or to somebody else; for an offer, with its id. */
  find(role: Role, about: Exclude<Thing, 'nothing' | 'number'>, whose: Whose): Promise<Found>;
  readonly number: string;
  /** Whoever calls in a role. */
  readonly accounts: Readonly<Record<Role, readonly string[]>>;
}

const visitor = { iin: demoIin('1980-01-01', 'female', 40), fullName: 'Демо Келуші' };

/** Callers of every role, and requests that belong to some of them and not to others. */
export async function makeThings(platform: RunningPlatform): Promise<Things> {
  const callers = await everyRole(platform);
  const [azamat, aigul] = [callers.applicant, await actor(platform, 'applicant-aigul')];
  const [shymkent, turkestan] = ['officer-serik', 'officer-erlan'].map((slug) => platform.person(slug).office ?? '');
  const at: Partial<Record<Role, Application>> = {
    applicant: certificate(shymkent!),
    'mio-officer': { ...certificate(shymkent!), channel: 'mio', visitor },
    'mio-head': { ...certificate(shymkent!), channel: 'mio', visitor },
    'con-operator': { ...certificate(shymkent!), channel: 'con', visitor },
    akim: { ...(await assistance(platform)), visitor },
  };
  const submitted = async (author: Actor, application: Application) => {
    const draft = await draftOf(author, application);
    await submit(author, draft);
    return draft;
  };

  const inShymkent = await submitted(azamat, certificate(shymkent!));
  const inTurkestan = await submitted(azamat, certificate(turkestan!));
  const atCentre = await submitted(callers['con-operator'], at['con-operator']!);
  const atAkim = await submitted(callers.akim, at.akim!);
  const atCommission = await submitted(callers.akim, at.akim!);
  const officer = callers['mio-officer'];
  await workOf(officer, inShymkent.id);
  for (const task of ['accept', 'decide', 'sign'])
    if ((await doWork(officer, atCentre.id)) !== task) throw new Error(task);
  await workOf(callers['con-operator'], atCentre.id);
  await doWork(callers.akim, atCommission.id);
  await workOf(callers['commission-member'], atCommission.id);

  const own: Partial<Record<Role, { readonly request: Draft; readonly work?: Draft }>> = {
    applicant: { request: inShymkent },
    'mio-officer': { request: inShymkent, work: inShymkent },
    'mio-head': { request: inShymkent, work: inShymkent },
    auditor: { request: inTurkestan },
    'con-operator': { request: atCentre, work: atCentre },
    akim: { request: atAkim, work: atAkim },
    'commission-member': { request: atCommission, work: atCommission },
  };
  const complained = async (draft: Draft) => ({ ...draft, complaint: (await complain(azamat, draft.id)).id });
  const complaints = { shymkent: await complained(inShymkent), turkestan: await complained(inTurkestan) };
  const offers = await makeOffers(platform);
  const accounts = await accountsOf(platform, [callers, offers.callers]);
  const aiguls = await draftOf(aigul, certificate(shymkent!));
  const { number } = await azamat.client.get<{ number: string }>(`/requests/${inShymkent.id}`);

  return {
    callers,
    number,
    accounts,
    caller: (role, about) => ((about === 'offer' || about === 'proposal') && offers.callers[role]) || callers[role],
    async find(role, about, whose) {
      if (about === 'session')
        return { ...none, session: await sessionOf(platform, callers[whose === 'own' ? role : other(role)]) };
      if (about === 'employee')
        return { ...none, account: whose === 'own' ? accounts['akim'][0]! : accounts.applicant[0]! };
      if (about === 'officer') return { ...none, account: accounts[whose === 'own' ? 'mio-officer' : 'akim'][0]! };
      if (whose === 'other') {
        if (about === 'draft' || role === 'applicant' || role === 'auditor') return aiguls;
        return role === 'con-operator' || role === 'akim' ? inShymkent : inTurkestan;
      }
      const application = at[role];
      if (about === 'offer') return offers.own[role] ?? own[role]!.request;
      if (about === 'proposal') return offers.proposed;
      if (about === 'complaint') return complaints[role === 'auditor' ? 'turkestan' : 'shymkent'];
      const thing = about === 'draft' ? application && (await draftOf(callers[role], application)) : own[role]?.[about];
      if (!thing) throw new Error(`test/flows/access/things.ts knows no ${about} of a ${role}`);
      return thing;
    },
  };
}

const none = { id: '', attachment: '' };
const other = (role: Role): Role => (role === 'auditor' ? 'akim' : 'auditor');

/** One more session of somebody, to be ended. */
async function sessionOf({ url, people }: RunningPlatform, { person }: Actor): Promise<string> {
  const { iin, password } = people.find((each) => each.iin === person.iin)!;
  const begun = (await ask('POST', `${url}/sessions`, { body: { iin, password } })).body as { accessToken: string };
  const { body } = await ask('GET', `${url}/account/sessions`, { token: begun.accessToken });
  return (body as { sessions: readonly { id: string; current: boolean }[] }).sessions.find(({ current }) => current)!
    .id;
}

async function accountsOf({ url }: RunningPlatform, callers: readonly Partial<Record<Role, Actor>>[]) {
  const found = Object.fromEntries(roles.options.map((role) => [role, [] as string[]])) as Record<Role, string[]>;
  for (const [role, { token }] of callers.flatMap((each) => Object.entries(each) as [Role, Actor][])) {
    const { body } = await ask('GET', `${url}/account`, { token });
    found[role].push((body as { id: string }).id);
  }
  return found;
}

/** An open offer for each role that may answer or make one, a proposal, and the education department's people. */
async function makeOffers(platform: RunningPlatform) {
  const offered = async (channel: 'portal' | 'mio' | 'con'): Promise<Draft & { offer: string }> => {
    const queued = await register(platform, channel);
    return { id: queued.id, attachment: '', offer: (await offer(queued, 'Ясли-сад № 1')).id };
  };
  const [byPortal, byOffice, byCentre] = [await offered('portal'), await offered('mio'), await offered('con')];
  const [officer, head] = await Promise.all(['officer-zhanar', 'head-aliya'].map((slug) => actor(platform, slug)));
  const callers: Partial<Record<Role, Actor>> = { 'mio-officer': officer!, 'mio-head': head! };
  const own: Partial<Record<Role, Draft & { offer: string }>> = {
    applicant: byPortal,
    auditor: byPortal,
    'mio-officer': byOffice,
    'mio-head': byOffice,
    'con-operator': byCentre,
  };
  const waiting = await register(platform, 'portal');
  const proposed = { id: waiting.id, attachment: '', proposal: (await propose(waiting, 'Ясли-сад № 2')).id };
  return { callers, own, proposed };
}

/** The demo people. */
async function everyRole(platform: RunningPlatform): Promise<Record<Role, Actor>> {
  const callers: Partial<Record<Role, Actor>> = {};
  for (const role of roles.options) {
    const person = platform.people.find((one) => one.role === role && !one.revoked);
    if (!person) throw new Error(`the demo has no ${role}`);
    callers[role] = await enter(platform, person);
  }
  return callers as Record<Role, Actor>;
}

/** The service that the demo akim files for, and the office that decides it. */
async function assistance({ url, people }: RunningPlatform): Promise<Application> {
  const place = people.find(({ role }) => role === 'akim')?.office;
  const list = async (query: string) =>
    ((await ask('GET', `${url}/offices?limit=100&${query}`)).body as { offices: readonly Place[] }).offices;
  const service = (await list('kind=akim')).find(({ code }) => code === place)?.services[0];
  const office = service && (await list(`kind=office&service=${service}`))[0]?.code;
  if (!service || !office) throw new Error(`no service is offered at ${place}`);
  return { service, channel: 'akim', office };
}

interface Place {
  readonly code: string;
  readonly services: readonly string[];
}
