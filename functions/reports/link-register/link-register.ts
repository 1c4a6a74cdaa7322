import type { PageEnd } from '../../../lib/adapters/dynamo/page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import { oneOfficeAsked } from '../../../lib/adapters/http/office-asked.ts';
import { encodePlace } from '../../../lib/adapters/http/paging.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewRegisterLine } from '../../../lib/adapters/http/views/register-view.ts';
import { LINK_SECONDS } from '../../../lib/adapters/s3/attachments.ts';
import type { RegisterFiles } from '../../../lib/adapters/s3/register-files.ts';
import type { Heading } from '../../../lib/adapters/xlsx/write-register.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import { dayOf, writeShortDay } from '../../../lib/domain/language/dates.ts';
import type { Language } from '../../../lib/domain/language/bilingual.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { placeName } from '../../../lib/domain/regulation/places.ts';
import type { Line } from '../../../lib/domain/request/line.ts';
import { ROWS, type contract } from './contract.ts';
import type { RegisterLine } from '../../../lib/adapters/http/views/register-view.ts';

interface Needs {
  readonly requests: Pick<RequestTable, 'listRegister'>;
  readonly files: RegisterFiles;
  readonly write: (lines: readonly RegisterLine[], heading: Heading, language: Language) => Promise<Uint8Array>;
  readonly findService: FindService;
  readonly now: Date;
  readonly newId: () => string;
}

/** Lines of one query; DynamoDB ends a page at a megabyte, too. */
const PAGE = 1000;

export async function linkRegister(
  { query, language }: Asked<typeof contract>,
  caller: Caller,
  { requests, files, write, findService, now, newId }: Needs,
): Promise<Answered | Refusal> {
  const office = oneOfficeAsked(caller, query.office);
  if (isRefusal(office)) return office;
  const { lines, next } = await read(requests, office, query);
  const shown = lines.flatMap((line) => viewRegisterLine(line, now, findService) ?? []);
  const bytes = await write(shown, { office: placeName(office), period: periodOf(query, now) }, language);
  const name = `${newId()}.xlsx`;
  await files.write(name, bytes);
  const more = encodePlace('register', next);
  return {
    body: {
      document: { url: await files.link(name), expiresInSeconds: LINK_SECONDS },
      ...{ sha256: sha256Hex(bytes), rows: shown.length },
      ...(more && { next: more }),
    },
    ...(caller.office === undefined && { about: { place: office } }),
  };
}

async function read(
  requests: Needs['requests'],
  office: string,
  { since, until, from: start }: Asked<typeof contract>['query'],
): Promise<{ readonly lines: readonly Line[]; readonly next: PageEnd | undefined }> {
  const lines: Line[] = [];
  let from = start;
  do {
    const page = await requests.listRegister(
      office,
      { limit: Math.min(PAGE, ROWS - lines.length), from },
      { since, until },
    );
    lines.push(...page.lines);
    from = page.next;
  } while (from && lines.length < ROWS);
  return { lines, next: from };
}

/** «01.11.2026 — 30.11.2026»; the end of a period belongs to the next one. */
function periodOf({ since, until }: Asked<typeof contract>['query'], now: Date): string {
  const last = until === undefined ? now : new Date(Date.parse(until) - 1);
  const days = [since, last.toISOString()].map((each) => each && writeShortDay(dayOf(each)));
  return days.map((each) => each ?? '…').join(' — ');
}
