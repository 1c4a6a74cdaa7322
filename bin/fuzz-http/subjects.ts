import type { Role } from '../../lib/domain/access/roles.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';
import { readPeople } from '../../lib/local/demo/people-file.ts';
import { beginDraft, submitDraft } from '../../lib/local/story/applicant.ts';
import { findPlayer } from '../../lib/local/story/cast.ts';
import { call, signIn, UnexpectedAnswer } from '../../lib/local/http/client.ts';
import type { Target } from './attacks.ts';
import type { Operation } from './operations.ts';

/** The callers, and the objects that they ask about. */
export interface Subjects {
  about(method: string, pattern: string, operation: Operation): Pick<Target, 'tokens' | 'real' | 'cms'>;
}

/** Other ids that the caller has made, by the name that they have in paths. */
export type More = Readonly<Record<string, string>>;

const password = 'дала-қоңырауы-демо';

/** Makes subjects again and again: sessions of every role, a draft, a request that an officer has to decide. */
export function makeSubjects(url: string, demoDir: string, more: More = {}): () => Promise<Subjects> {
  const people = readPeople(demoDir) ?? [];
  const applicant = findPlayer(demoDir, 'applicant', 'rsa');
  let made = 0;

  const enter = async (person: { readonly iin: string; readonly password: string }) =>
    (await call<{ accessToken: string }>(url, 'POST', '/sessions', { iin: person.iin, password: person.password }))
      .accessToken;

  /** An account that may be locked and signed out. */
  async function newcomer(): Promise<string> {
    made += 1;
    const iin = demoIin('1971-01-01', 'female', made);
    await call(url, 'POST', '/accounts', { iin, fullName: 'Демо Жаңа', password });
    return enter({ iin, password });
  }

  /** An office's work appears when the machine has reached it. */
  async function submitted(): Promise<string> {
    const client = await signIn(url, applicant.person);
    const draft = await beginDraft(client, applicant.person.iin, `fuzz-submitted-${made}`);
    await submitDraft(client, draft, applicant.sign);
    const officer = await signIn(url, findPlayer(demoDir, 'mio-officer', 'rsa').person);
    for (;;) {
      const found = await officer.get(`/work/${draft.id}`).catch((error: unknown) => error);
      if (!(found instanceof UnexpectedAnswer)) return draft.id;
      if (found.code !== 'work/unknown') throw found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  return async () => {
    const leaver = await newcomer();
    const client = await signIn(url, applicant.person);
    const { id: draft } = await beginDraft(client, applicant.person.iin, `fuzz-draft-${made}`);
    // Before the scan is announced, which nobody uploads.
    const { content } = await client.get<{ content: string }>(`/requests/${draft}/signable`);
    const { attachment } = await client.send<{ attachment: string }>('POST', `/requests/${draft}/attachments`, {
      ...{ name: 'scan.pdf', type: 'application/pdf', size: 9, sha256: 'c'.repeat(64) },
    });
    const cms = await applicant.sign(Buffer.from(content, 'base64'));
    const work = await submitted();
    const tokens = new Map<string, string>();
    for (const { role, revoked, ...person } of people)
      if (!revoked && !tokens.has(role)) tokens.set(role, await enter(person));

    return {
      about(_, pattern, operation) {
        const id = pattern.startsWith('/work') ? work : /offers|queue/.test(pattern) ? (more['queued'] ?? work) : draft;
        const real = { attachment, service: 'south-kazakhstan-unemployed-certificate', channel: 'portal', id, ...more };
        // An account that is locked or signed out here is not used elsewhere.
        if (/^\/account\/password|^\/sessions\/current/.test(pattern))
          return { tokens: [leaver, undefined, 'x'], real, cms };
        const may = (operation['x-roles'] ?? []).flatMap((role) => tokens.get(role as Role) ?? []);
        // Callers that may call the operation ask twice as often as all others together.
        const all = [...tokens.values(), undefined, 'x'];
        return {
          tokens: [...Array.from({ length: 2 * all.length }, (_none, i) => may[i % may.length]), ...all],
          real,
          cms,
        };
      },
    };
  };
}
