import { expect } from '@jest/globals';
import { ulid } from 'ulid';
import * as answerOffer from '../../functions/submission/answer-offer/answer-offer.ts';
import { contract as answer } from '../../functions/submission/answer-offer/contract.ts';
import { contract as signable } from '../../functions/submission/show-offer-signable/contract.ts';
import * as showOfferSignable from '../../functions/submission/show-offer-signable/show-offer-signable.ts';
import { contract as offering } from '../../functions/queue/offer-place/contract.ts';
import * as offerPlace from '../../functions/queue/offer-place/offer-place.ts';
import { contract as queue } from '../../functions/queue/list-queue/contract.ts';
import * as listQueue from '../../functions/queue/list-queue/list-queue.ts';
import type { Answer } from '../../lib/domain/request/offer.ts';
import { lapseOffer } from '../../lib/domain/request/queue/queue.ts';
import { changeRequest } from '../../lib/domain/request/change.ts';
import type { Request } from '../../lib/domain/request/request.ts';
import { executionOf } from '../../lib/domain/request/run.ts';
import type { manualClock } from '../../lib/local/clock.ts';
import type { Player } from './cast.ts';
import { openRoute } from './desk.ts';
import type { Run } from './run.ts';
import { sign } from './sign.ts';
import type { Surroundings } from './surroundings.ts';

interface Waiting {
  readonly id: string;
  readonly officer: Player;
  /** The applicant, or the employee who filed for them. */
  readonly answerer: Player;
  readonly surroundings: Surroundings;
  readonly clock: ReturnType<typeof manualClock>;
  readonly find: () => Promise<Request>;
  readonly run: Run;
}

const day = 24 * 3_600_000;

/**
 * From the notice of registration to the second run: a place is declined, the next is not answered in time, the third
 * is accepted. Returns the name of the execution that the acceptance has started.
 */
export async function waitForPlace(waiting: Waiting): Promise<string> {
  const { surroundings, clock, find, run, id } = waiting;
  const desk = openQueueDesk(waiting);
  const place = await desk.position();
  await desk.answer(await desk.offer('Ясли-сад № 1'), 'declined');
  await desk.offer('Ясли-сад № 2');
  clock.advance(15 * day);
  await changeRequest(surroundings.needs().requests, id, (request) => lapseOffer(request, new Date(clock.now())));
  expect(await desk.position()).toBe(place);
  expect(run.status(`${id}-1`)).toBeUndefined();
  await desk.answer(await desk.offer('Ясли-сад № 3'), 'accepted');
  return executionOf(await find()).name;
}

function openQueueDesk({ id, officer, answerer, surroundings, clock, find, run }: Waiting) {
  const route = openRoute(surroundings);
  const machines = { start: async (request: Request) => void (await run.start(executionOf(request))) };
  const offer = route(offering, (asked, caller, needs) =>
    offerPlace.offerPlace(asked, caller, { ...needs, newId: ulid }),
  );
  const show = route(signable, showOfferSignable.showOfferSignable);
  const give = route(answer, (asked, caller, needs) => answerOffer.answerOffer(asked, caller, { ...needs, machines }));
  const list = route(queue, async (asked, caller, needs) =>
    listQueue.listQueue(asked, caller, { ...needs, queuesAt: known(await find()) }),
  );
  return {
    offer: async (organisation: string) => (await offer(officer, id, { organisation, keptFrom: '2027-01-11' })).id,
    async answer(of: string, said: Answer) {
      const { content } = (await show(answerer, { id, offer: of }, undefined, { answer: said })) as unknown as Content;
      const cms = sign(answerer, Buffer.from(content, 'base64'), clock.now());
      await give(answerer, { id, offer: of }, { answer: said, cms });
    },
    async position(): Promise<number | undefined> {
      const page = (await list(officer, '')) as unknown as { queue: { id: string; position: number }[] };
      return page.queue.find((line) => line.id === id)?.position;
    },
  };
}

interface Content {
  readonly content: string;
}

/** The fixture of a sixteenth regulation is in no catalogue. */
const known =
  ({ service }: Request) =>
  () => [service];
