import { dayOf } from '../../../lib/domain/language/dates.ts';
import { misspelt, signCorrection } from '../correction-scene.ts';
import { complain, refused, reply, signReopening, signComplaint, told, writeReply } from '../complaint-scene.ts';
import type { Route } from '../../../lib/domain/access/rules.ts';
import { download } from '../../../lib/local/http/client.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { ask } from '../http.ts';
import { approveOutOfTurn, propose, register, signAnswer } from '../queue-scene.ts';
import type { RunningPlatform } from '../running-platform.ts';
import {
  actor,
  certificate,
  doWork,
  draftOf,
  enter,
  signDraft,
  submit,
  workOf,
  type Actor,
  type Application,
} from '../scene.ts';
import { signWithdrawal, withdraw } from '../withdrawal-scene.ts';

/** What an example leaves open: who sends it, what is in its path, and the signature that it only indicates. */
export interface Binding {
  readonly by?: Actor;
  readonly path?: Readonly<Record<string, string>>;
  readonly cms?: string;
  /** Another person of the office. */
  readonly colleague?: string;
  /** A day to come, which an example cannot name for good. */
  readonly day?: string;
}

type Bind = (platform: RunningPlatform) => Promise<Binding>;

const applicant = (platform: RunningPlatform) => actor(platform, 'applicant-azamat');
const officer = (platform: RunningPlatform) => actor(platform, 'officer-serik');
const operator = (platform: RunningPlatform) => actor(platform, 'operator-dinara');

/** The person whom the example of `POST /accounts` has registered. */
const newcomer = (platform: RunningPlatform) =>
  enter(platform, {
    ...platform.person('applicant-azamat'),
    ...{ iin: '880414400019', password: 'отырар-кітапханасы' },
  });

const nothing = async (): Promise<Binding> => ({});
const as =
  (who: (platform: RunningPlatform) => Promise<Actor>): Bind =>
  async (platform) => ({ by: await who(platform) });

const portal = async (platform: RunningPlatform): Promise<Application> =>
  certificate((await officer(platform)).person.office ?? '');

async function submitted(author: Actor, application: Application) {
  const draft = await draftOf(author, application);
  await submit(author, draft);
  return draft;
}

const aDraft: Bind = async (platform) => {
  const by = await applicant(platform);
  const { id, attachment } = await draftOf(by, await portal(platform));
  return { by, path: { id, attachment }, cms: await signDraft(by, id) };
};

/** A request of the applicant, with this many tasks done by the officer. */
const afterTasks =
  (tasks: number, application = portal) =>
  async (platform: RunningPlatform) => {
    const worker = await officer(platform);
    const wanted = await application(platform);
    const author = wanted.visitor ? await operator(platform) : await applicant(platform);
    const { id, attachment } = await submitted(author, wanted);
    const order = ['accept', 'decide', 'sign'];
    for (const [index, task] of order.slice(0, tasks).entries()) {
      await comesTo(worker, id, task);
      await doWork(worker, id);
      if (index + 1 < order.length) await comesTo(worker, id, order[index + 1] ?? '');
    }
    return { worker, author, id, attachment };
  };

async function comesTo(worker: Actor, id: string, task: string) {
  while ((await workOf(worker, id)).task !== task) await new Promise((resolve) => setTimeout(resolve, 20));
}

const request: Bind = async (platform) => {
  const { author, id, attachment } = await afterTasks(0)(platform);
  return { by: author, path: { id, attachment } };
};

const numbered: Bind = async (platform) => {
  const { worker, author, id } = await afterTasks(0)(platform);
  await workOf(worker, id);
  const { number } = await author.client.get<{ number: string }>(`/requests/${id}`);
  return { by: author, path: { id, number } };
};

const work =
  (tasks: number, claimed: boolean): Bind =>
  async (platform) => {
    const { worker, id } = await afterTasks(tasks)(platform);
    await workOf(worker, id);
    if (claimed) await worker.client.send('PUT', `/work/${id}/claim`);
    return { by: worker, path: { id } };
  };

const output: Bind = async (platform) => {
  const binding = await work(2, true)(platform);
  const { document } = await binding.by!.client.get<{ document: { url: string } }>(
    `/work/${binding.path!['id']}/output`,
  );
  const cms = await binding.by!.sign(await download(document.url));
  return { ...binding, cms: Buffer.from(cms).toString('base64') };
};

const issued: Bind = async (platform) => {
  const { author, id } = await afterTasks(3)(platform);
  for (let state = ''; state !== 'issued';) ({ state } = await author.client.get<{ state: string }>(`/requests/${id}`));
  const { number } = await author.client.get<{ number: string }>(`/requests/${id}/output`);
  return { by: author, path: { id, number } };
};

/** Its signature has its timestamp: where the machine's row got none, the sweeper does. */
const stamped: Bind = async (platform) => {
  const { by, path } = await issued(platform);
  type Seen = { readonly output: { readonly timestamp: { readonly state: string } } };
  const state = async () => (await by!.client.get<Seen>(`/requests/${path!['id']}`)).output.timestamp.state;
  for (let tries = 0; tries < 240 && (await state()) === 'awaited'; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 1000));
  return { by: by!, path: path! };
};

const visitor = { iin: demoIin('1980-01-01', 'female', 40), fullName: 'Демо Келуші' };
const atCentre = async (platform: RunningPlatform) => ({ ...(await portal(platform)), channel: 'con', visitor });

const handOver: Bind = async (platform) => {
  const { author, id } = await afterTasks(3, atCentre)(platform);
  await workOf(author, id);
  await author.client.send('PUT', `/work/${id}/claim`);
  return { by: author, path: { id } };
};

const educator = (platform: RunningPlatform) => actor(platform, 'officer-zhanar');

/** A child that is registered in the queue. */
const waiting: Bind = async (platform) => {
  const { id, author } = await register(platform, 'portal');
  return { by: author, path: { id } };
};

const takenBack: Bind = async (platform) => {
  const { by, path } = await numbered(platform);
  await withdraw(by!, path!['id']!);
  return { by: by!, path: path! };
};

const offered: Bind = async (platform) => {
  const { by, path } = await waiting(platform);
  const id = path!['id']!;
  // Others may wait longer: then an officer proposes and the head approves.
  const officer = await educator(platform);
  const made = await approveOutOfTurn(platform, { officer, id }, 'Ясли-сад № 1');
  return { by: by!, path: { id, offer: made.id } };
};

/** What waits for the head. */
const proposed: Bind = async (platform) => {
  const { path } = await waiting(platform);
  const id = path!['id']!;
  const { id: proposal } = await propose({ officer: await educator(platform), id }, 'Ясли-сад № 2');
  return { by: await actor(platform, 'head-aliya'), path: { id, proposal } };
};

// With a number, which its answer prints: without one the same answer would soon have other bytes.
const complained: Bind = async (platform) => {
  const { by, path } = await numbered(platform);
  const { id: complaint } = await complain(by!, path!['id']!);
  return { by: by!, path: { id: path!['id']!, complaint } };
};
const asHead: Bind = async (platform) => ({
  ...(await complained(platform)),
  by: await actor(platform, 'head-bakyt'),
});

/** A request that the head may open again. */
const wronglyRefused: Bind = async (platform) => {
  const { id } = await refused(platform, 'officer-serik');
  return { by: await head(platform), path: { id } };
};

const wronglyIssued: Bind = async (platform) => {
  const { path } = await issued(platform);
  return { by: await head(platform), path: path! };
};

/** Somebody for whom nothing is proposed yet. */
const outOfTurn: Bind = async (platform) => {
  const { path } = await waiting(platform);
  return { by: await educator(platform), path: path! };
};

/** The first who waits and has no offer. */
const firstInTurn: Bind = async (platform) => {
  await register(platform, 'portal');
  const by = await educator(platform);
  const { queue } = await by.client.get<{ queue: { id: string; offer?: object }[] }>('/queue');
  return { by, path: { id: queue.find((line) => line.offer === undefined)!.id } };
};

const head = (platform: RunningPlatform) => actor(platform, 'head-bakyt');

const auditor = (platform: RunningPlatform) => actor(platform, 'auditor-askhat');

const administrator = (platform: RunningPlatform) => actor(platform, 'administrator-madina');
/** Somebody who may be dismissed: nobody else needs them. */
const anEmployee: Bind = async (platform) => {
  const { token } = await actor(platform, 'officer-erlan');
  const { body } = await ask('GET', `${platform.url}/account`, { token });
  return { by: await administrator(platform), path: { account: (body as { id: string }).id } };
};

/** A colleague of the head who signs nothing in these examples. */
const anOfficer: Bind = async (platform) => {
  const { token } = await actor(platform, 'officer-gulnar');
  const { body } = await ask('GET', `${platform.url}/account`, { token });
  const day = dayOf(new Date().toISOString());
  return { by: await head(platform), path: { account: (body as { id: string }).id }, day };
};

/** Some weeks ahead, so that nobody is away while the others run. */
const anAbsence: Bind = async (platform) => {
  const { id } = await (await officer(platform)).client.get<{ id: string }>('/account');
  return {
    ...(await anOfficer(platform)),
    day: dayOf(new Date(Date.now() + 2_000_000_000).toISOString()),
    colleague: id,
  };
};

/** A second session of the applicant. */
const another: Bind = async (platform) => {
  const by = await applicant(platform);
  await enter(platform, platform.person('applicant-azamat'));
  const { body } = await ask('GET', `${platform.url}/account/sessions`, { token: by.token });
  const { sessions } = body as { readonly sessions: readonly { readonly id: string; readonly current: boolean }[] };
  return { by, path: { session: sessions.find(({ current }) => !current)!.id } };
};

/** In the order in which they are sent: an account before its session, the end of a session last. */
export const bindings: Readonly<Record<Route, Bind>> = {
  'GET /': nothing,
  'GET /app/{path+}': async () => ({ path: { path: 'sign-in' } }),
  'GET /docs': nothing,
  'GET /openapi.json': nothing,
  'GET /.well-known/jwks.json': nothing,
  'GET /services': nothing,
  'GET /services/{service}': async () => ({ path: { service: certificate('').service } }),
  'GET /services/{service}/text': async () => ({ path: { service: certificate('').service } }),
  'GET /services/{service}/channels/{channel}/diagram.svg': async () => ({
    path: { service: certificate('').service, channel: 'con' },
  }),
  'GET /offices': nothing,
  'GET /indicators': nothing,
  'GET /eds/trust': nothing,
  'GET /certificates.pem': nothing,
  'POST /eds/verifications': nothing,
  'POST /mailed-results': nothing,
  'POST /disowned-addresses': nothing,
  'POST /accounts': nothing,
  'POST /sessions': nothing,
  'POST /sessions/challenges': nothing,
  'POST /sessions/eds': nothing,
  'POST /sessions/refresh': nothing,
  'GET /account': as(applicant),
  'PUT /account': as(applicant),
  'POST /account/email': as(applicant),
  'PUT /account/password': as(newcomer),
  'GET /account/sessions': as(applicant),
  'DELETE /account/sessions/{session}': another,
  'GET /account/post': as(applicant),
  'PUT /account/post': as(applicant),
  'GET /staff': as(administrator),
  'POST /staff': as(administrator),
  'PUT /staff/{account}': anEmployee,
  'GET /mandates': as(head),
  'PUT /mandates/{account}': anOfficer,
  'DELETE /mandates/{account}': anOfficer,
  'GET /people': as(head),
  'PUT /people/{account}/absence': anAbsence,
  'DELETE /people/{account}/absence': anOfficer,
  'POST /people/{account}/work': anOfficer,

  'POST /requests': as(applicant),
  'GET /requests': as(applicant),
  'GET /requests/{id}': request,
  'GET /requests/{id}/access': request,
  'GET /requests/{id}/diagram.svg': request,
  'PUT /requests/{id}/form': aDraft,
  'POST /requests/{id}/register-data': aDraft,
  'DELETE /requests/{id}': aDraft,
  'POST /requests/{id}/attachments': aDraft,
  'DELETE /requests/{id}/attachments/{attachment}': aDraft,
  'GET /requests/{id}/attachments/{attachment}': request,
  'GET /requests/{id}/signable': aDraft,
  'POST /requests/{id}/submission': aDraft,
  'GET /requests/{id}/signature-report': request,
  'GET /requests/{id}/output': issued,
  'GET /requests/{id}/card': stamped,
  'GET /requests/{id}/receipt': numbered,
  'GET /requests/{id}/delivery': numbered,
  'PUT /requests/{id}/questionnaire': issued,
  'GET /documents/{number}': issued,
  'GET /requests/{id}/queue': waiting,
  'POST /requests/{id}/offers': firstInTurn,
  'POST /requests/{id}/proposals': outOfTurn,
  'POST /requests/{id}/proposals/{proposal}/decision': proposed,
  'GET /requests/{id}/offers/{offer}/signable': offered,
  'POST /requests/{id}/offers/{offer}/answer': async (platform) => {
    const { by, path } = await offered(platform);
    return { by: by!, path: path!, cms: await signAnswer(by!, path!['id']!, path!['offer']!, 'declined') };
  },
  'GET /requests/{id}/withdrawal': takenBack,
  'GET /requests/{id}/withdrawal/signable': waiting,
  'POST /requests/{id}/withdrawal': async (platform) => {
    const { by, path } = await waiting(platform);
    return { by: by!, path: path!, cms: await signWithdrawal(by!, path!['id']!) };
  },
  'POST /requests/{id}/reopening/signable': wronglyRefused,
  'POST /requests/{id}/reopening': async (platform) => {
    const { by, path } = await wronglyRefused(platform);
    return { by: by!, path: path!, cms: await signReopening(by!, path!['id']!, 'facts') };
  },
  'POST /requests/{id}/correction/signable': wronglyIssued,
  'POST /requests/{id}/correction': async (platform) => {
    const { by, path } = await wronglyIssued(platform);
    return { by: by!, path: path!, cms: await signCorrection(by!, path!['id']!, misspelt) };
  },
  'POST /requests/{id}/complaint/signable': request,
  'POST /requests/{id}/complaints': async (platform) => {
    const { by, path } = await request(platform);
    return { by: by!, path: path!, cms: await signComplaint(by!, path!['id']!, told) };
  },
  'GET /requests/{id}/complaints/{complaint}': complained,
  'PUT /requests/{id}/complaints/{complaint}/answer': asHead,
  'POST /requests/{id}/complaints/{complaint}/answer/signature': async (platform) => {
    const { by, path } = await asHead(platform);
    const { id, complaint } = path! as { id: string; complaint: string };
    return { by: by!, path: path!, cms: await writeReply(by!, id, complaint, 'upheld') };
  },
  'GET /requests/{id}/complaints/{complaint}/answer': async (platform) => {
    const binding = await complained(platform);
    const { id, complaint } = binding.path! as { id: string; complaint: string };
    await reply(await actor(platform, 'head-bakyt'), id, complaint, 'upheld');
    return binding;
  },
  'GET /complaints': as((platform) => actor(platform, 'head-bakyt')),
  'GET /queue': as(educator),
  'GET /notices': as(applicant),
  'PUT /notices/read': as(applicant),
  'GET /statuses/{number}': async (platform) => ({ ...(await numbered(platform)), by: await operator(platform) }),

  'GET /work': as(officer),
  'GET /work-counts': as(officer),
  'GET /ended-work': as(officer),
  'GET /register': as(officer),
  'GET /register.xlsx': as(officer),
  'GET /statistics': as(head),
  'POST /request-search': as(officer),
  'GET /work/{id}': work(0, false),
  'PUT /work/{id}/claim': work(0, false),
  'DELETE /work/{id}/claim': work(0, true),
  'POST /recalled-work': as(head),
  'POST /claimed-work': as(officer),
  'POST /signable-work': as(head),
  'POST /signed-work': as(head),
  'POST /work/{id}/acceptance': work(0, true),
  'POST /work/{id}/decision': work(1, true),
  'POST /work/{id}/completion': handOver,
  'POST /work/{id}/extension': work(0, true),
  'POST /work/{id}/storage': handOver,
  'POST /work/{id}/mailing': handOver,
  'GET /work/{id}/output': work(2, false),
  'POST /work/{id}/signature': output,

  'GET /acts': as((platform) => actor(platform, 'head-aliya')),
  'GET /journal': as(auditor),
  'GET /journal/check': as(auditor),

  'DELETE /sessions/current': as(auditor),
};
