import { giveBackWork } from '../../../lib/adapters/dynamo/give-back-work.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewStaff } from '../../../lib/adapters/http/views/staff-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { tellAdministrators } from '../../../lib/adapters/identity/tell-administrators.ts';
import type { Caller, Role } from '../../../lib/domain/access/roles.ts';
import type { Account, Credentials } from '../../../lib/domain/identity/account.ts';
import { dismiss, move, restore, suspend } from '../../../lib/domain/identity/changes.ts';
import { fitsPost } from '../../../lib/domain/identity/workplaces.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { actingIn } from '../../../lib/domain/request/acting.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'listStaff'>;
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'listByWorker'>;
  readonly isWorkplace: (role: Role, office: string) => boolean;
  readonly now: Date;
}

type Body = Asked<typeof contract>['body'];

export async function changePost(
  { params, body }: Pick<Asked<typeof contract>, 'params' | 'body'>,
  administrator: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { accounts, now } = needs;
  const [before, actor] = await Promise.all([accounts.find(params.account), accounts.find(administrator.account)]);
  if (!actor) return refuse('access/unauthenticated');
  if (!before || !isStaff(before)) return refuse('staff/unknown');
  if (before.id === actor.id || before.iin === actor.iin) return refuse('staff/own-post');
  if (body.act === 'move' && !fitsPost(body, needs.isWorkplace)) return refuse('account/office-required');
  const changed = await accounts.change(before.id, (kept) => apply(kept, body, actor.id, now));
  if (isRefusal(changed)) return changed;
  const who = { account: before.id, office: before.office };
  if (body.act === 'suspend' || body.act === 'dismiss') await giveBackWork(who, actingIn(actor, administrator), needs);
  await tellAdministrators(actor.id, needs);
  return { body: viewStaff(changed.account), about: { subject: before.id } };
}

const isStaff = ({ role, offered, closed, heir }: Account) =>
  (role !== 'applicant' || offered !== undefined) && closed === undefined && heir === undefined;

function apply(kept: Credentials, body: Body, administrator: string, at: Date): Credentials | Refusal {
  if (body.act === 'move') {
    const { role, office, position } = body;
    return move(kept, { post: { role, office, position }, administrator, at });
  }
  return { suspend, restore, dismiss }[body.act](kept, at);
}
