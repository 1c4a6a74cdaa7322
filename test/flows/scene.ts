import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openKeyFile } from '../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../lib/signing/sign-detached.ts';
import { dayOf } from '../../lib/domain/language/dates.ts';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import { download, UnexpectedAnswer, type Client } from '../../lib/local/http/client.ts';
import { demoScan } from '../../lib/local/story/demo-scan.ts';
import { papersToSend, type Paper } from '../../lib/local/story/papers-to-send.ts';
import { fill, type Field } from '../../lib/local/story/fill.ts';
import { ask } from './http.ts';
import type { RunningPlatform } from './running-platform.ts';

/** A demo person who is signed in. */
export interface Actor {
  readonly person: Pick<DemoPerson, 'iin' | 'name' | 'role' | 'office'>;
  readonly token: string;
  readonly client: Client;
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
}

/** The head lets an officer of their office sign, until the end of today. */
export async function letSign(head: Actor, officer: Actor): Promise<string> {
  const { id } = await officer.client.get<{ id: string }>('/account');
  await head.client.send('PUT', `/mandates/${id}`, { lastDay: dayOf(new Date().toISOString()) });
  return id;
}

interface Card {
  readonly id: string;
  readonly channels: readonly { readonly channel: string }[];
  readonly fields: readonly Field[];
  readonly documents: readonly Paper[];
  readonly offices: readonly { readonly code: string }[];
  readonly output: { readonly fields: readonly Field[] };
}

export interface Application {
  readonly service: string;
  readonly channel: string;
  readonly office: string;
  /** The person for whom an employee files. */
  readonly visitor?: { readonly iin: string; readonly fullName: string; readonly email?: string };
  /** Where the visitor wants the result. */
  readonly resultEmail?: string;
}

/** The service of the demo story and the two offices of the demo officers. */
export const certificate = (office: string): Application => ({
  service: 'south-kazakhstan-unemployed-certificate',
  channel: 'portal',
  office,
});

const actors = new Map<string, Promise<Actor>>();

/** Signs a demo person in, once. */
export function actor(platform: RunningPlatform, slug: string): Promise<Actor> {
  const key = `${platform.url} ${slug}`;
  const known = actors.get(key) ?? enter(platform, platform.person(slug));
  actors.set(key, known);
  return known;
}

/** By password; an employee may enter as a citizen. */
export async function enter({ url, demoDir }: RunningPlatform, person: DemoPerson, as?: 'applicant'): Promise<Actor> {
  const { iin, password, keyFile, keyPassword } = person;
  const { body } = await ask('POST', `${url}/sessions`, { body: { iin, password, as } });
  const { signers } = await openKeyFile(readFileSync(join(demoDir, keyFile)), keyPassword);
  const { accessToken: token } = body as { accessToken: string };
  return {
    person,
    token,
    client: clientOf(url, token),
    sign: (content) => signDetached(content, signers[0], new Date()),
  };
}

/** The story's client, with an existing token. */
function clientOf(url: string, token: string): Client {
  const call = async (method: string, path: string, body?: unknown, headers = {}) => {
    const answer = await ask(method, `${url}${path}`, { token, body, headers });
    if (answer.status >= 400) throw new UnexpectedAnswer(`${method} ${path}`, answer.status, answer.text);
    return answer.body as never;
  };
  return { get: (path) => call('GET', path), send: call };
}

export interface Draft {
  readonly id: string;
  readonly attachment: string;
}

/** A complete draft: filled as the catalogue says, with one scan uploaded, and those that the service asks for. */
export async function draftOf(author: Actor, application: Application): Promise<Draft> {
  const { client, person } = author;
  const { service, channel, office, visitor, resultEmail } = application;
  const card = await client.get<Card>(`/services/${service}`);
  const form = { ...fill(card.fields, visitor?.iin ?? person.iin), ...(resultEmail && { resultEmail }) };
  const body = { service, channel, office, form, ...(visitor && { applicant: { ...visitor, language: 'ru' } }) };
  const { id } = await client.send<{ id: string }>('POST', '/requests', body);
  const attachment = await attach(author, id, await demoScan());
  for (const document of papersToSend(card.documents, channel))
    await attach(author, id, await demoScan(), { document });
  return { id, attachment };
}

/** Announces and uploads a scan; `declared` may be wrong. Returns the attachment's id. */
export async function attach(author: Actor, request: string, scan: Uint8Array, declared: object = {}): Promise<string> {
  const { attachment, upload } = await author.client.send<Announced>('POST', `/requests/${request}/attachments`, {
    name: 'scan.pdf',
    type: 'application/pdf',
    size: scan.length,
    sha256: createHash('sha256').update(scan).digest('hex'),
    ...declared,
  });
  const { method, url, headers } = upload;
  const uploaded = await fetch(url, { method, headers, body: Buffer.from(scan) });
  if (!uploaded.ok) throw new UnexpectedAnswer('PUT of a scan', uploaded.status, await uploaded.text());
  return attachment;
}

interface Announced {
  readonly attachment: string;
  readonly upload: { readonly method: string; readonly url: string; readonly headers: Record<string, string> };
}

/** The CMS of the draft in its present form, in base64. */
export async function signDraft({ client, sign }: Actor, id: string): Promise<string> {
  const { content } = await client.get<{ content: string }>(`/requests/${id}/signable`);
  return Buffer.from(await sign(Buffer.from(content, 'base64'))).toString('base64');
}

export async function submit(author: Actor, { id }: Draft): Promise<void> {
  await author.client.send('POST', `/requests/${id}/submission`, { cms: await signDraft(author, id) });
}

export interface Work {
  readonly task: string;
  readonly row: string;
}

/** The open work of a request, once the machine has reached it. */
export async function workOf(worker: Actor, id: string): Promise<Work> {
  for (let attempt = 0; ; attempt += 1) {
    const work = await openWork(worker, id);
    if (work) return work;
    if (attempt > 400) throw new Error(`no work comes to ${worker.person.role} on ${id}`);
    await wait(25);
  }
}

async function openWork({ client }: Actor, id: string): Promise<Work | undefined> {
  try {
    return (await client.get<{ work: Work }>(`/work/${id}`)).work;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.code === 'work/unknown') return undefined;
    throw error;
  }
}

/** The applicant comes with their identity card. */
export const recipient = { who: 'applicant', document: { kind: 'identity-card', number: '012345678' } } as const;

/** Does the open work of the request as its task requires, approving; returns the task. */
export async function doWork(worker: Actor, id: string): Promise<string> {
  const { client, sign, person } = worker;
  const { task } = await workOf(worker, id);
  await client.send('PUT', `/work/${id}/claim`);
  if (task === 'accept') await client.send('POST', `/work/${id}/acceptance`);
  else if (task === 'decide')
    await client.send('POST', `/work/${id}/decision`, await approvalOf(client, id, person.iin));
  else if (task === 'sign') {
    const { document } = await client.get<{ document: { url: string } }>(`/work/${id}/output`);
    const cms = Buffer.from(await sign(await download(document.url))).toString('base64');
    await client.send('POST', `/work/${id}/signature`, { cms });
  } else await client.send('POST', `/work/${id}/completion`, task === 'hand-over' ? { recipient } : {});
  return task;
}

/** A request for the officer's office that they have decided: it waits for a signature. */
export async function decided(applicant: Actor, officer: Actor): Promise<string> {
  const draft = await draftOf(applicant, certificate(officer.person.office ?? ''));
  await submit(applicant, draft);
  for (const task of ['accept', 'decide']) {
    while ((await workOf(officer, draft.id)).task !== task);
    await doWork(officer, draft.id);
  }
  while ((await workOf(officer, draft.id)).task !== 'sign');
  return draft.id;
}

/** The decision that approves, with its fields filled as the catalogue says. */
export async function approvalOf(client: Client, id: string, iin: string) {
  const { request } = await client.get<{ request: { service: string } }>(`/work/${id}`);
  const { output } = await client.get<Card>(`/services/${request.service}`);
  return { outcome: 'approved', fields: fill(output.fields, iin) };
}
