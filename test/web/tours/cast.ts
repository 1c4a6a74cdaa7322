import type { Role } from '../../../lib/domain/access/roles.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { EMPLOYMENT, setStage, type Stage } from '../../../bin/browser/stage.ts';
import { complain } from '../../flows/complaint-scene.ts';
import { offer, register } from '../../flows/queue-scene.ts';
import type { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf } from '../../flows/scene.ts';
import { employ } from './staff-cast.ts';

/** Everybody who opens pages, each with something to see there; `:id` in an address is a request's id. */
export interface Cast extends Stage {
  readonly people: Readonly<Record<Role, string>>;
  /** A piece of work that a role sees. */
  readonly work: Readonly<Partial<Record<Role, string>>>;
  /** A draft that a role has begun at its counter. */
  readonly begun: Readonly<Partial<Record<Role, string>>>;
  /** A request and a complaint about it that waits, as in the address of its page. */
  readonly complaint: string;
  /** A request that a role has filed for a visitor, with an offer to answer. */
  readonly offers: Readonly<Partial<Record<Role, string>>>;
}

const VILLAGE = 'akmola-employment-akkol';
const visitor = { iin: demoIin('1980-01-01', 'female', 40), fullName: 'Демо Келуші Ұзынесімді-Қосарлыфамилияқызы' };

/** Makes the content of all pages, through the public API. */
export async function gatherCast(platform: RunningPlatform): Promise<Cast> {
  const stage = await setStage(platform);
  const people = {
    applicant: 'applicant-azamat',
    'con-operator': 'operator-dinara',
    'mio-officer': 'officer-serik',
    'mio-head': 'head-bakyt',
    akim: 'akim-kanat',
    'commission-member': await employ(platform, 'commission-member', VILLAGE),
    auditor: 'auditor-askhat',
    administrator: 'administrator-madina',
  };
  const [operator, officer, akim] = await Promise.all(
    ['operator-dinara', 'officer-serik', 'akim-kanat'].map((slug) => actor(platform, slug)),
  );
  const paper = { ...certificate(EMPLOYMENT), channel: 'con', visitor };
  const atAkim = { service: 'akmola-targeted-social-assistance', channel: 'akim', office: VILLAGE, visitor };
  const village = await draftOf(akim!, atAkim);
  await submit(akim!, village);
  await doWork(akim!, village.id);
  const next = await draftOf(akim!, atAkim);
  await submit(akim!, next);
  await workOf(akim!, next.id);
  const filed = await draftOf(operator!, paper);
  await submit(operator!, filed);
  for (const _ of ['accepted', 'decided', 'signed']) await doWork(officer!, filed.id);
  await workOf(operator!, filed.id);
  await officer!.client.send('PUT', `/work/${stage.inWork}/claim`);
  const queued = await register(platform, 'con');
  await offer(queued, 'Детский сад № 7 (демо)');
  const { id: complaint } = await complain(await actor(platform, 'applicant-azamat'), stage.inWork);
  return {
    ...stage,
    complaint: `${stage.inWork}/${complaint}`,
    people,
    work: {
      'con-operator': filed.id,
      'mio-officer': stage.inWork,
      'mio-head': stage.inWork,
      akim: next.id,
      'commission-member': village.id,
    },
    begun: {
      'mio-head': (await draftOf(await actor(platform, 'head-bakyt'), { ...paper, channel: 'mio' })).id,
      'con-operator': (await draftOf(operator!, paper)).id,
      'mio-officer': (await draftOf(officer!, { ...paper, channel: 'mio' })).id,
      akim: (await draftOf(akim!, atAkim)).id,
    },
    offers: { applicant: stage.offered, 'con-operator': queued.id },
  };
}
