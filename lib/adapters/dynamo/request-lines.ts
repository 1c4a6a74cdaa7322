import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Line } from '../../domain/request/line.ts';
import { logFailure } from '../log.ts';
import type { Between, Page, PageAsked } from './page.ts';
import { keyOf, requestKey, requestOf } from './request-keys.ts';
import type { Table } from './table.ts';

/** An index of lines, and its key attributes. */
const applicants = { name: 'applicantLines', key: 'gsiApplicant', sort: 'gsiApplicantSk' };
const filers = { name: 'filerLines', key: 'gsiFiler', sort: 'gsiFilerSk' };
const persons = { name: 'personLines', key: 'gsiPerson', sort: 'gsiPersonSk' };
const offices = { name: 'officeLines', key: 'gsiOffice', sort: 'gsiOfficeSk' };
const workers = { name: 'workerLines', key: 'gsiWorker', sort: 'gsiWorkerSk' };
const registers = { name: 'registerLines', key: 'gsiRegister', sort: 'gsiRegisterSk' };
type Index = typeof applicants;

/** Before and after every instant of a sort key. */
const [FIRST, LAST] = ['0', '~'];

/** The lists of requests: indexes that hold what lists show. */
export function openRequestLines({ client, name: TableName }: Table) {
  async function list(
    { name, key, sort }: Index,
    value: string,
    { limit, from }: PageAsked,
    { since = FIRST, until = LAST, latestFirst = false }: Between,
  ): Promise<Page> {
    const [after, id] = from ?? [];
    // A cursor of another period: DynamoDB refuses to begin outside the one that is asked for.
    const isPast = after !== undefined && (latestFirst ? after < since : after > until);
    if (isPast) return { lines: [] };
    const isWithin = after !== undefined && after >= since && after <= until;
    const answer = await client.send(
      new QueryCommand({
        TableName,
        IndexName: name,
        KeyConditionExpression: '#key = :value AND #sort BETWEEN :since AND :until',
        ExpressionAttributeNames: { '#key': key, '#sort': sort },
        ExpressionAttributeValues: { ':value': value, ':since': since, ':until': until },
        ScanIndexForward: !latestFirst,
        Limit: limit,
        ...(isWithin && { ExclusiveStartKey: { ...requestKey(id!), [key]: value, [sort]: after } }),
      }),
    );
    const last = answer.LastEvaluatedKey;
    return {
      lines: (answer.Items ?? []).flatMap(readLine),
      ...(last && { next: [String(last[sort]), requestOf(last['pk'])] }),
    };
  }

  async function count(
    { name, key, sort }: Index,
    value: string,
    { since = FIRST, until = LAST }: Between,
    limit: number,
  ): Promise<number> {
    const { Count } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: name,
        KeyConditionExpression: '#key = :value AND #sort BETWEEN :since AND :until',
        ExpressionAttributeNames: { '#key': key, '#sort': sort },
        ExpressionAttributeValues: { ':value': value, ':since': since, ':until': until },
        Select: 'COUNT',
        Limit: limit,
      }),
    );
    return Count ?? 0;
  }

  const newest: Between = { latestFirst: true };
  return {
    /** Newest first. */
    listByApplicant: (account: string, page: PageAsked) => list(applicants, keyOf.applicant(account), page, newest),
    /** What an employee filed for visitors, newest first. */
    listByFiler: (account: string, page: PageAsked) => list(filers, keyOf.filer(account), page, newest),
    /** What was submitted for an IIN, by whomever and wherever, newest first. */
    listByPerson: (iin: string, page: PageAsked) => list(persons, keyOf.person(iin), page, newest),
    /** Open work of an office, the earliest due time first, so overdue work leads. */
    listByOffice: (place: string, page: PageAsked, between: Between = {}) =>
      list(offices, keyOf.openWork(place), page, between),
    /** Open work that somebody has claimed, by due time. */
    listByWorker: (account: string, page: PageAsked, between: Between = {}) =>
      list(workers, keyOf.worker(account), page, between),
    /** Requests that an office has finished, by the time at which they were closed. */
    listEnded: (office: string, page: PageAsked, between: Between) => list(offices, keyOf.ended(office), page, between),
    /** Requests that an office received, by the time at which they got their number. */
    listRegister: (office: string, page: PageAsked, between: Between) =>
      list(registers, keyOf.register(office), page, between),

    /** How much of the open work of an office is due from one instant until another, counted up to a limit. */
    countDue: (place: string, between: Between, limit: number) => count(offices, keyOf.openWork(place), between, limit),
    /** The same of what somebody has claimed. */
    countDueOf: (account: string, between: Between, limit: number) =>
      count(workers, keyOf.worker(account), between, limit),
  };
}

/** One that cannot be read is logged and left out: the others are listed. */
function readLine(item: Record<string, unknown>): Line[] {
  const { line, work } = item;
  const read = Line.safeParse(work === undefined ? line : { ...(line as object), work });
  if (read.success) return [read.data];
  logFailure(`line of ${requestOf(item['pk'])}`, read.error);
  return [];
}
