import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import * as acceptWork from '../../functions/decisions/accept-work/accept-work.ts';
import { contract as acceptance } from '../../functions/decisions/accept-work/contract.ts';
import * as claimWork from '../../functions/queue/claim-work/claim-work.ts';
import { contract as claim } from '../../functions/queue/claim-work/contract.ts';
import * as attachFile from '../../functions/drafts/attach-file/attach-file.ts';
import { contract as attachment } from '../../functions/drafts/attach-file/contract.ts';
import * as createRequest from '../../functions/drafts/create-request/create-request.ts';
import { contract as creation } from '../../functions/drafts/create-request/contract.ts';
import * as decideWork from '../../functions/decisions/decide-work/decide-work.ts';
import { contract as decision } from '../../functions/decisions/decide-work/contract.ts';
import * as extendWork from '../../functions/decisions/extend-work/extend-work.ts';
import { contract as extension } from '../../functions/decisions/extend-work/contract.ts';
import * as finishWork from '../../functions/decisions/finish-work/finish-work.ts';
import { contract as completion } from '../../functions/decisions/finish-work/contract.ts';
import * as showOutput from '../../functions/decisions/show-output-signable/show-output-signable.ts';
import { contract as output } from '../../functions/decisions/show-output-signable/contract.ts';
import * as signOutput from '../../functions/decisions/sign-output/sign-output.ts';
import { contract as signature } from '../../functions/decisions/sign-output/contract.ts';
import * as submitRequest from '../../functions/submission/submit-request/submit-request.ts';
import { contract as submission } from '../../functions/submission/submit-request/contract.ts';
import { serve, type Answered, type Asked } from '../../lib/adapters/http/serve.ts';
import type { Contract } from '../../lib/adapters/http/contract.ts';
import { openIdempotencyKeys } from '../../lib/adapters/dynamo/idempotency-keys.ts';
import type { Caller } from '../../lib/domain/access/roles.ts';
import type { Refusal } from '../../lib/domain/problem/problem.ts';
import { ulid } from 'ulid';
import { openScans } from './scans.ts';
import type { Player } from './cast.ts';
import type { Stage } from './stage.ts';
import type { Surroundings } from './surroundings.ts';

export type Ask = (
  player: Player,
  path: string | Readonly<Record<string, string>>,
  body?: object,
  query?: Readonly<Record<string, string>>,
) => Promise<{ readonly id: string }>;
export type Needs = ReturnType<Surroundings['needs']>;

/** Calls a route as people do, behind its contract and the access rules; a refusal throws. */
export const openRoute =
  ({ needs }: Surroundings) =>
  <C extends Contract>(
    contract: C,
    work: (asked: Asked<C>, caller: Caller, needs: Needs) => Promise<Answered | Refusal>,
  ): Ask =>
  async (player, path, body, query) => {
    let thrown: unknown;
    const handler = serve(
      contract,
      (asked, caller) =>
        work(asked, caller, needs()).catch((error: unknown) => {
          thrown = error;
          throw error;
        }),
      // The journal of looks has tests of its own.
      async () => undefined,
    );
    const { statusCode, body: answer } = await handler(
      eventOf(player, typeof path === 'string' ? { id: path } : path, body, query),
      context,
    );
    if (thrown !== undefined) throw thrown;
    if (statusCode >= 400) throw new Error(`${player.account.role}: ${contract.route} answered ${answer}`);
    return JSON.parse(answer) as { readonly id: string };
  };

/** The routes that people use in a case. */
/** Each request is for another child. */
let children = 0;

export function openDesk(stage: Stage, surroundings: Surroundings) {
  const { needs } = surroundings;
  const route = openRoute(surroundings);
  const keys = openIdempotencyKeys(stage.table, () => needs().now);
  const scans = { attachments: openScans(), askScanner: async () => 'clean' as const };
  const offeredIn = () => ({ from: '2012-01-01' });
  return {
    create: (newId: string) =>
      route(creation, (asked, caller, more) =>
        createRequest.createRequest(asked, caller, {
          ...more,
          keys,
          offeredIn,
          newId: () => newId,
        }),
      ),
    attach: route(attachment, (asked, caller, more) =>
      attachFile.attachFile(asked, caller, { ...more, ...scans, newId: ulid }),
    ),
    submit: (start: (request: { readonly id: string }) => Promise<void>) =>
      route(submission, (asked, caller, more) =>
        submitRequest.submitRequest(asked, caller, {
          ...more,
          ...scans,
          offeredIn,
          childKey: async () => `child-${(children += 1)}`,
          machines: { start },
        }),
      ),
    claim: route(claim, claimWork.claimWork),
    accept: route(acceptance, acceptWork.acceptWork),
    decide: route(decision, decideWork.decideWork),
    finish: route(completion, finishWork.finishWork),
    extend: route(extension, extendWork.extendWork),
    show: route(output, showOutput.showOutputSignable),
    sign: route(signature, signOutput.signOutput),
  };
}
export type Desk = ReturnType<typeof openDesk>;

const context = { awsRequestId: 'incident' } as Context;

/** The parts of API Gateway's event that `serve` reads. */
const eventOf = ({ account }: Player, pathParameters: object, body?: object, query?: object) =>
  ({
    headers: { 'content-type': 'application/json' },
    pathParameters,
    queryStringParameters: query ?? null,
    body: body ? JSON.stringify(body) : null,
    isBase64Encoded: false,
    requestContext: {
      identity: { sourceIp: '127.0.0.1' },
      authorizer: { account: account.id, role: account.role, session: 'session', office: account.office },
    },
  }) as unknown as APIGatewayProxyEvent;
