import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb';
import { sendAgain, unmailed } from '../../domain/request/notify.ts';
import { changeRequest } from '../../domain/request/change.ts';
import { isRefusal } from '../../domain/problem/problem.ts';
import type { RequestTable } from '../dynamo/requests.ts';
import type { Table } from '../dynamo/table.ts';
import type { Accounts } from '../identity/accounts.ts';

interface Needs {
  readonly table: Table;
  readonly requests: Pick<RequestTable, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'find' | 'change'>;
  readonly now: Date;
}

/**
 * Lets the sweeper send again the notices about a request or an account that could not be mailed. @returns how many; undefined
 * if nothing has the id
 */
export async function sendAgainOf(
  id: string,
  { requests, accounts, now }: Omit<Needs, 'table'>,
): Promise<number | undefined> {
  const request = await requests.find(id);
  if (request) {
    const changed = await changeRequest(requests, id, (current) => sendAgain(current, now));
    return isRefusal(changed) ? 0 : unmailed(request.notices).length;
  }
  const account = await accounts.find(id);
  if (!account) return undefined;
  const notices = account.notices ?? [];
  if (unmailed(notices).length > 0)
    await accounts.change(id, (kept) => {
      const told = sendAgain({ notices: kept.account.notices ?? [] }, now);
      return { ...kept, account: { ...kept.account, ...told } };
    });
  return unmailed(notices).length;
}

/** The same for everything in the table, page by page. @returns how many */
export async function sendAllAgain(needs: Needs): Promise<number> {
  const { client, name: TableName } = needs.table;
  let again = 0;
  for (let ExclusiveStartKey: Record<string, unknown> | undefined; ;) {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName,
        FilterExpression: 'sk IN (:request, :account)',
        ProjectionExpression: 'pk',
        ExpressionAttributeValues: { ':request': 'REQUEST', ':account': 'ACCOUNT' },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    for (const { pk } of page.Items ?? []) {
      const [sort, id = ''] = String(pk).split('#');
      if (sort === 'REQUEST' || sort === 'ACCOUNT') again += (await sendAgainOf(id, needs)) ?? 0;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
    if (ExclusiveStartKey === undefined) return again;
  }
}
