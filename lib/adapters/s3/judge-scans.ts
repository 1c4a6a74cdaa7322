import type { Language } from '../../domain/language/bilingual.ts';
import { fieldText } from '../../domain/problem/field-text.ts';
import { isRefusal, refuse, type FieldError, type Refusal } from '../../domain/problem/problem.ts';
import { changeRequest, type Requests } from '../../domain/request/change.ts';
import { keepJudged } from '../../domain/request/draft/draft.ts';
import type { ScanFault } from '../../domain/request/draft/scan/faults.ts';
import { judgeScan } from '../../domain/request/draft/scan/judge-scan.ts';
import type { Attachment, DraftRequest } from '../../domain/request/request.ts';
import type { Attachments } from './attachments.ts';
import type { AskScanner } from './scanner.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly attachments: Pick<Attachments, 'describe' | 'read'>;
  readonly askScanner: AskScanner;
}

/** How many scans the sentence for people names, and how many characters of a name. */
const NAMED = 5;
const LETTERS = 60;

/**
 * Compares the uploaded scans with what was declared: presence, size and the SHA-256 that S3 computed at the upload.
 * The content of each version of an object is examined once; the finding is kept in the draft.
 *
 * @returns a refusal that says what is wrong, by scan; undefined if nothing is
 */
export async function judgeScans(draft: DraftRequest, needs: Needs): Promise<Refusal | undefined> {
  const looked = await Promise.all(draft.attachments.map((attachment) => lookAt(draft.id, attachment, needs)));
  const judged = looked.flatMap(({ attachment }) => attachment ?? []);
  if (judged.length > 0) {
    const kept = await changeRequest(needs.requests, draft.id, (request) => keepJudged(request, judged));
    if (isRefusal(kept)) return kept;
  }
  const errors = looked.flatMap((each) => each.errors);
  return errors.length === 0
    ? undefined
    : refuse('attachment/not-uploaded', { errors, inWords: { kk: inWords(looked, 'kk'), ru: inWords(looked, 'ru') } });
}

const inWords = (looked: readonly Look[], language: Language) =>
  looked
    .flatMap(({ name, errors }) => errors.map((error) => `${name}: ${fieldText(error, language)}`))
    .slice(0, NAMED)
    .join(' ');

interface Look {
  readonly name: string;
  /** The scan with the new finding. */
  readonly attachment?: Attachment;
  readonly errors: readonly FieldError[];
}

async function lookAt(request: string, attachment: Attachment, { attachments, askScanner }: Needs): Promise<Look> {
  const { id, type, size, sha256, judged } = attachment;
  const name = attachment.name.slice(0, LETTERS).toWellFormed();
  const good: Look = { name, errors: [] };
  const broken = (rule: string, expected: string, given?: string): Look => ({
    name,
    errors: [{ field: `/attachments/${id}`, rule, expected, ...(given && { given }) }],
  });
  const stored = await attachments.describe(request, id);
  if (!stored) return broken('uploaded', 'the file at the address that was given for it');
  if (stored.size !== size) return broken('size', `${size} bytes`, `${stored.size} bytes`);
  if (stored.sha256 !== sha256) return broken('sha256', sha256, stored.sha256 ?? 'none');
  const { version } = stored;
  if (judged?.version === version) return judged.fault ? broken(judged.fault, expected[judged.fault](type)) : good;
  const scanned = await askScanner(request, id);
  if (scanned === 'waiting') return broken('being-scanned', 'what the scanner for malware says; ask again in a minute');
  const fault =
    scanned === 'found'
      ? 'malware'
      : await judgeScan(type, size, (first, last) => attachments.read(request, id, first, last));
  const kept: Attachment = { ...attachment, judged: { version, ...(fault && { fault }) } };
  return { ...(fault ? broken(fault, expected[fault](type)) : good), attachment: kept };
}

const expected: Readonly<Record<ScanFault, (type: string) => string>> = {
  type: (type) => `${type}, by content`,
  cut: () => 'a whole file, with its end',
  encrypted: () => 'a PDF that opens without a password',
  broken: (type) => `${type} whose structure can be read`,
  malware: () => 'a file in which the scanner finds nothing',
};
