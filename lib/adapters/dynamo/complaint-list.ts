import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { complaintPlaces } from '../../domain/request/complaint/judges.ts';
import type { Complaint } from '../../domain/request/complaint/complaint.ts';
import { complaintsOf, type Request } from '../../domain/request/request.ts';
import type { Table } from './table.ts';
import type { Parts } from './transact.ts';

export type ComplaintState = Complaint['state'];

interface Key {
  readonly pk: string;
  readonly sk: string;
}

const listKey = (place: string, state: ComplaintState) => `COMPLAINTS#${place}#${state}`;

/** An entry for each place that sees the complaint: of the open ones the earliest due leads, of the answered the newest is last. */
const keysOf = (request: Request, complaint: Complaint): Key[] => {
  const at = complaint.state === 'open' ? complaint.dueAt : complaint.reply.signature.at;
  const sk = `${at}#${request.id}#${complaint.id}`;
  return complaintPlaces(request).map((place) => ({ pk: listKey(place, complaint.state), sk }));
};

const entriesOf = (request: Request | undefined): Key[] =>
  request ? complaintsOf(request).flatMap((complaint) => keysOf(request, complaint)) : [];

const isIn = (keys: readonly Key[], { pk, sk }: Key) => keys.some((each) => each.pk === pk && each.sk === sk);

/** The parts of a request's transaction that keep the lists of complaints as the request has them. They have no condition. */
export function complaintParts(TableName: string, before: Request | undefined, after: Request): Parts {
  const [had, has] = [entriesOf(before), entriesOf(after)];
  return [
    ...has.filter((key) => !isIn(had, key)).map((key) => ({ Put: { TableName, Item: key } })),
    ...had.filter((key) => !isIn(has, key)).map((Key) => ({ Delete: { TableName, Key } })),
  ];
}

/** Of a request that is erased. */
export async function removeEntries({ client, name: TableName }: Table, request: Request): Promise<void> {
  for (const Key of entriesOf(request)) await client.send(new DeleteCommand({ TableName, Key }));
}

export interface ComplaintEntry {
  readonly request: string;
  readonly complaint: string;
  readonly at: string;
}

/** Complaints of a place: the open ones by due time, the answered ones from the newest. */
export const openComplaintList = ({ client, name: TableName }: Table) => ({
  async list(
    place: string,
    state: ComplaintState,
    { limit, from }: { readonly limit: number; readonly from?: readonly [at: string, id: string] | undefined },
  ): Promise<{ readonly entries: readonly ComplaintEntry[]; readonly next?: readonly [at: string, id: string] }> {
    const pk = listKey(place, state);
    const answer = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: state === 'open',
        Limit: limit,
        ...(from && { ExclusiveStartKey: { pk, sk: `${from[0]}#${from[1].replace('.', '#')}` } }),
      }),
    );
    const entries = (answer.Items ?? []).map(({ sk }) => {
      const [at = '', request = '', complaint = ''] = String(sk).split('#');
      return { at, request, complaint };
    });
    const last = answer.LastEvaluatedKey && entries.at(-1);
    return { entries, ...(last && { next: [last.at, `${last.request}.${last.complaint}`] as const }) };
  },
});

export type ComplaintList = ReturnType<typeof openComplaintList>;
