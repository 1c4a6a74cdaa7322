import type { Role } from '../../domain/access/roles.ts';
import type { Worker } from '../../domain/regulation/words.ts';
import { addPerson } from '../demo/add-person.ts';
import { demoPeople } from '../demo/demo.ts';
import { call, signInByEds, type Client } from '../http/client.ts';
import { findPlayer, type KeyKind, type Player } from './cast.ts';

/** A demo person who is signed in. */
export interface Member extends Player {
  readonly client: Client;
}

const roles = {
  con: 'con-operator',
  mio: 'mio-officer',
  head: 'mio-head',
  akim: 'akim',
  commission: 'commission-member',
} as const satisfies Record<Worker, Role>;

/** Where a worker is, if that is not the office that decides. */
const elsewhere: Partial<Record<Worker, string>> = { con: 'centre', akim: 'akim' };

/**
 * The people of a story, at whichever places it leads to. Where the demo has nobody of a role, somebody is added as `npm run
 * person` does. Each signs in once, by EDS.
 */
export function openCompany(url: string, demoDir: string, key: KeyKind) {
  const present = new Map<string, Promise<Member>>();
  const places = new Map<string, Promise<string>>();

  async function enter(role: Role, office: string | undefined): Promise<Member> {
    await inTurn(async () => {
      const isThere = demoPeople(demoDir).some((one) => one.role === role && !one.revoked && one.office === office);
      if (!isThere) await addPerson({ role, office }, demoDir, url);
    });
    const player = findPlayer(demoDir, role, key, office);
    return { ...player, client: await signInByEds(url, player.prove) };
  }

  async function findPlace(kind: string, service: string): Promise<string> {
    const found = await call<{ offices: { code: string }[] }>(url, 'GET', `/offices?service=${service}&kind=${kind}`);
    const [place] = found.offices;
    if (!place) throw new Error(`${service} has no ${kind}`);
    return place.code;
  }

  const member = (role: Role, office?: string): Promise<Member> =>
    keep(present, `${role} ${office}`, () => enter(role, office));
  return {
    member,
    /** One more of a role at an office, whoever is there already. */
    hire: (role: Role, office: string | undefined) => inTurn(() => addPerson({ role, office }, demoDir, url)),
    /** Signs in again: what an employee filed for a person appears in their cabinet then. */
    enterAgain: (person: Member): Promise<Client> => signInByEds(url, person.prove),
    /** Whoever does a worker's rows of an application at that office. */
    async worker(worker: Worker, service: string, office: string): Promise<Member> {
      const kind = elsewhere[worker];
      const place = kind && keep(places, `${kind} ${service}`, () => findPlace(kind, service));
      return member(roles[worker], (await place) ?? office);
    },
  };
}

export type Company = ReturnType<typeof openCompany>;

function keep<Value>(known: Map<string, Promise<Value>>, name: string, make: () => Promise<Value>): Promise<Value> {
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}

let before: Promise<unknown> = Promise.resolve();
/** People are added one after another: two companies at once would write over each other's lines in `people.json`. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = before.then(work);
  before = mine.catch(() => undefined);
  return mine;
}
