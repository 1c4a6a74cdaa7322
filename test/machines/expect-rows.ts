import { expect } from '@jest/globals';
import type { Channel } from '../../lib/domain/regulation/regulation.ts';
import type { Status, View } from '../../lib/domain/regulation/words.ts';
import { deliveredOf, isNumbered, isSubmitted, type Request } from '../../lib/domain/request/request.ts';
import { renderNotice } from '../../lib/domain/notice/render.ts';
import { viewRequest } from '../../lib/adapters/http/views/request-view.ts';
import { stateNames } from '../../statemachines/compile.ts';
import { cases, walkCase, type Answers, type CaseName } from '../../statemachines/walk.ts';
import type { Played } from './play.ts';
import type { Stage } from './stage.ts';

/** Reads a played case from its history, row by row, and compares it with the regulation's table. */
export async function expectTheRowsOf(channel: Channel, name: CaseName, played: Played, stage: Stage) {
  const rows = walkCase(channel, name);
  const answers: Answers = cases[name];
  const turned = rows.some((row) => row.endsWith('refuse-request')) || Object.values(answers).includes('unconfirmed');
  const end = turned ? 'turned-away' : name === 'refused' ? 'refused' : 'issued';
  expect(rowsIn(played.entered, channel)).toEqual(name === 'offered' ? withEntry(rows, channel) : rows);
  expect(played.status).toBe('SUCCEEDED');
  expect(played.entered.filter((state) => state === 'close-request')).toHaveLength(name === 'offered' ? 2 : 1);
  expect(played.entered.at(-1)).toBe('close-request');
  const outcome = turned ? 'refused' : end;
  expect(played.outputs).toEqual(name === 'offered' ? [{ outcome: 'queued' }, { outcome }] : [{ outcome }]);
  expect(played.request.state).toBe(end);
  expect(statusesOf(played.request)).toEqual(turned ? {} : shownBy(channel, rows));
  expectEveryNoticeReadable(played.request);
  if (name === 'registry without data') expect(answersOf(played.request)).toContain('absent');
  if (name === 'paid' || name === 'not paid') expectInvoice(played.request, name);
  if (name === 'extended') expectExtension(played.request);
  if (end !== 'turned-away') await expectDocument(played.request, end === 'issued' ? 'certificate' : 'refusal', stage);
  if (name === 'offered') await expectQueue(played, stage);
  expectAlarms(channel, name, played, rows);
}

/** The history without events of clocks and choices; a renewed wait counts as one wait. */
function rowsIn(entered: readonly string[], { actions }: Channel): string[] {
  const all = new Set(actions.flatMap(stateNames));
  return entered.filter((state) => all.has(state)).filter((state, index, rows) => state !== rows[index - 1]);
}

/** The second run goes through the states up to the first function, which performs nothing, before its own row. */
function withEntry(rows: readonly string[], { actions, again }: Channel): string[] {
  const entry = actions.find(({ no }) => no === again?.row);
  const second = rows.lastIndexOf(entry ? (stateNames(entry)[0] ?? '') : '');
  const passed = rows.slice(0, rows.findIndex((state) => !/-(?:before|nothing)$/.test(state)) + 1);
  return [...rows.slice(0, second), ...passed, ...rows.slice(second)];
}

const statusesOf = (request: Request) =>
  isNumbered(request)
    ? Object.fromEntries(Object.entries(request.statuses).map(([view, { status }]) => [view, status]))
    : {};

/** What the views must show after these rows: number, status and delivery are the rows that change a view. */
function shownBy({ actions }: Channel, rows: readonly string[]): Partial<Record<View, Status>> {
  const shown: Partial<Record<View, Status>> = {};
  for (const action of actions)
    for (const [index, operation] of action.does.entries()) {
      if (!rows.includes(stateNames(action)[index] ?? '') || !('effect' in operation)) continue;
      if (operation.effect === 'number-request') shown.mio = 'received';
      if (operation.effect === 'show-status' && operation.view && operation.status)
        shown[operation.view] = operation.status;
      if (operation.effect === 'deliver-output' && operation.view) shown[operation.view] = 'completed';
    }
  return shown;
}

/** The document is signed before anybody gets it, is in the register, and its request shows it. */
async function expectDocument(request: Request, kind: 'certificate' | 'refusal', stage: Stage) {
  const view = viewRequest(request, new Date(), { account: '', session: '', role: 'applicant' });
  expect(view.output).toMatchObject({ kind });
  const codes = request.events.map(({ code }) => code);
  const signed = codes.indexOf('output-signed');
  const had = codes.findIndex((code) => code === 'output-delivered' || code === 'handed-over');
  expect(signed).toBeGreaterThan(codes.indexOf('output-created'));
  expect(had).toBeGreaterThan(signed);
  expect(await stage.register.find(view.output?.number ?? '')).toMatchObject({
    status: 'genuine',
    kind,
    signature: request.paper ? 'hand' : 'eds',
  });
}

const answersOf = ({ events }: Request) => events.map(({ facts }) => facts?.['answer']);

/** Both documents are in the register, each under its number; the applicant was told of every change, once. */
async function expectQueue({ request }: Played, stage: Stage) {
  const [referral, notice] = deliveredOf(request);
  expect([referral?.kind, notice?.kind]).toEqual(['certificate', 'interim']);
  expect(referral?.number).not.toBe(notice?.number);
  expect(await stage.register.find(notice?.number ?? '')).toMatchObject({ status: 'genuine', kind: 'interim' });
  const states = isNumbered(request) ? request.queue?.offers.map(({ state }) => state) : [];
  expect(states).toEqual(['declined', 'lapsed', 'accepted']);
  const told = request.notices.map(({ code }) => code).filter((code) => code.includes('offer'));
  expect(told).toEqual([
    ...['place-offered', 'offer-declined', 'place-offered', 'offer-lapsed', 'place-offered', 'offer-accepted'],
  ]);
  expect(new Set(request.notices.map(({ id }) => id)).size).toBe(request.notices.length);
  // The second run passed its first function by.
  const confirmed = request.events.flatMap(({ code, row }) =>
    /confirmed|checked/.test(code) ? [`${row} ${code}`] : [],
  );
  expect(confirmed.length).toBeGreaterThan(0);
  expect(confirmed).toEqual([...new Set(confirmed)]);
}

/** One invoice; who paid it was told so, and who did not was refused when its time was over, not before. */
function expectInvoice(request: Request, name: 'paid' | 'not paid') {
  const { invoice } = isSubmitted(request) ? request : {};
  expect(request.events.filter(({ code }) => code === 'invoice-made')).toHaveLength(1);
  expect(invoice).toMatchObject({ tenge: 1000, number: expect.any(String) });
  const told = request.notices.map(({ code }) => code).filter((code) => code.startsWith('invoice'));
  expect(told).toEqual(name === 'paid' ? ['invoice-made', 'invoice-paid'] : ['invoice-made']);
  if (name === 'paid') return expect(Object.keys(invoice ?? {})).toContain('paidAt');
  expect(request).toMatchObject({ because: 'not-paid', closedAt: invoice?.until });
}

/** The applicant was told the new due time, and nothing was reported as late at the old one (`expectAlarms`). */
function expectExtension(request: Request) {
  const { at: extendedAt = '', row } = request.events.find(({ code }) => code === 'extended') ?? {};
  const moved = request.notices.filter(({ code }) => code === 'deadline-moved');
  expect(moved).toHaveLength(1);
  expect(isNumbered(request) && request.dueAt >= (moved[0]?.facts['dueAt'] ?? '')).toBe(true);
  const decided = request.events.find((event) => event.row === row && event.code === 'approved');
  expect(decided?.at.localeCompare(extendedAt)).toBe(1);
}

function expectEveryNoticeReadable({ notices }: Request) {
  for (const { code, facts } of notices) expect(renderNotice(code, facts, 'kk').text).not.toContain('{');
}

/**
 * Late work was reminded of, escalated and its wait renewed, in each row of a person; the applicant was told once for
 * each row.
 */
function expectAlarms({ actions }: Channel, name: CaseName, { request, entered }: Played, rows: readonly string[]) {
  const people = actions.flatMap((action) =>
    action.does.flatMap((operation, index) => ('work' in operation ? [stateNames(action)[index] ?? ''] : [])),
  );
  const rung = (row: string) =>
    request.events.flatMap((event) => (event.row === row && isAlarm(event.code) ? [event.code] : []));
  const told = request.notices.filter(({ code }) => code === 'deadline-missed').length;
  const worked = people.filter((row) => rows.includes(row));
  if (name !== 'overdue')
    return expect([told, worked.flatMap(rung)]).toEqual([
      0,
      name === 'extended' ? expect.not.arrayContaining(['escalated']) : [],
    ]);
  for (const row of worked) {
    expect([row, rung(row)]).toEqual([row, ['reminded', 'escalated']]);
    const turns = entered.filter((state) => state.startsWith(row));
    const ring = [`${row}-alarm`, `${row}-armed`, row];
    expect(turns.filter((state) => !state.endsWith('-way'))).toEqual([row, ...ring, ...ring]);
  }
  // A result that waits for its applicant is not their late request.
  expect(told).toBe(worked.filter((row) => !row.endsWith('-hand-over')).length);
}

const isAlarm = (code: string) => code === 'reminded' || code === 'escalated';
