import { isProblem, type Problem } from '../http/problem.ts';
import { basicsOf, type Attempt, type Content, type KeptDraft, type KeptScan } from './entry.ts';

type Draft = Pick<KeptDraft, 'id'> & Partial<Pick<KeptDraft, 'formVersion'>>;

/** What sending an application needs of the API, and how what is known after each step is kept. */
export interface Sending {
  readonly begin: (attempt: Attempt) => Promise<Draft | Problem>;
  readonly discard: (id: string) => Promise<unknown>;
  readonly fill: (id: string, body: Pick<Content, 'form'> & Pick<KeptDraft, 'formVersion'>) => Promise<Draft | Problem>;
  /** @returns the attachment's id */
  readonly attach: (id: string, scan: KeptScan) => Promise<string | Problem>;
  readonly keep: (content: Content) => Promise<unknown>;
  readonly newId: () => string;
}

/**
 * Brings an application to the server as a draft with all its scans. Before a step the entry says what is tried, after it what the
 * server has: whenever it is cut, the next call continues there and nothing is done twice.
 */
export async function sendEntry(content: Content, sending: Sending): Promise<Content | Problem> {
  const begun = await beginDraft(await leaveOther(content, sending), sending);
  if (isProblem(begun)) return begun;
  const filled = await fillIn(begun, sending);
  return isProblem(filled) ? filled : attachAll(filled, sending);
}

/** A draft for another visitor or service is not this one's. */
async function leaveOther(content: Content, { discard, keep }: Sending): Promise<Content> {
  const { draft, basics } = content;
  if (!draft || draft.basics === '' || draft.basics === JSON.stringify(basics)) return content;
  await discard(draft.id);
  const left = { ...content, draft: undefined, scans: content.scans.map(unsent) };
  await keep(left);
  return left;
}

const unsent = ({ key, name, type, document }: KeptScan): KeptScan => ({ key, name, type, document });

async function beginDraft(content: Content, sending: Sending): Promise<Content | Problem> {
  if (content.draft && !content.attempt) return content;
  const { form, basics } = content;
  const attempt = content.attempt ?? { key: sending.newId(), body: { ...basics, form } };
  if (!content.attempt) await sending.keep({ ...content, attempt });
  const made = await sending.begin(attempt);
  if (isProblem(made)) return made;
  const draft = { id: made.id, formVersion: made.formVersion, basics: basicsOf(attempt.body) };
  const begun: Content = { ...content, attempt: undefined, draft };
  await sending.keep(begun);
  // The line was cut while the page began it; visitor or service have been corrected since.
  return draft.basics === JSON.stringify(basics) ? begun : beginDraft(await leaveOther(begun, sending), sending);
}

async function fillIn(content: Content, { fill, keep }: Sending): Promise<Content | Problem> {
  const draft = content.draft!;
  const filled = await fill(draft.id, { form: content.form, formVersion: draft.formVersion });
  if (isProblem(filled)) return filled;
  const kept = { ...content, draft: { ...draft, formVersion: filled.formVersion } };
  await keep(kept);
  return kept;
}

async function attachAll(content: Content, { attach, keep }: Sending): Promise<Content | Problem> {
  let kept = content;
  for (const scan of content.scans) {
    if (scan.attachment !== undefined) continue;
    const attachment = await attach(kept.draft!.id, scan);
    if (isProblem(attachment)) return attachment;
    kept = { ...kept, scans: kept.scans.map((each) => (each.key === scan.key ? { ...each, attachment } : each)) };
    await keep(kept);
  }
  return kept;
}
