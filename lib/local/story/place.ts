import { UnexpectedAnswer } from '../http/client.ts';
import { signText } from './applicant.ts';
import type { Scene } from './scene.ts';

/** What a referral names: where the place is, and from which day it is kept. */
const place = { organisation: 'Ясли-сад № 12 (демо)', keptFrom: '2027-01-11' };
export type Place = typeof place;

/** The place that was accepted, if one was: the history tells it also to whoever begins in the middle. */
export const placeIn = (history: readonly { readonly code: string }[]): Place | undefined =>
  history.some(({ code }) => code === 'offer-accepted') ? place : undefined;

/** The office offers a place, past others if there are any, and whoever filed accepts it. */
export async function takePlace(scene: Scene): Promise<void> {
  const { id, filer, tell } = scene;
  const { offers } = await filer.client.get<{ offers: readonly Offer[] }>(`/requests/${id}/queue`);
  const offer = offers.find(({ state }) => state === 'open') ?? (await offerPlace(scene));
  const path = `/requests/${id}/offers/${offer.id}`;
  const { content } = await filer.client.get<{ content: string }>(`${path}/signable?answer=accepted`);
  await filer.client.send('POST', `${path}/answer`, { answer: 'accepted', cms: await signText(filer.sign, content) });
  tell(`${filer.person.name} accepts the place that was offered`);
}

interface Offer {
  readonly id: string;
  readonly state: string;
}

async function offerPlace({ id, office, company, plot }: Scene): Promise<Offer> {
  const officer = await company.worker('mio', plot.service, office);
  try {
    return await officer.client.send<Offer>('POST', `/requests/${id}/offers`, place);
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer) || error.code !== 'offer/out-of-turn') throw error;
  }
  const proposed = { ...place, ground: 'siblings' };
  const { id: proposal } = await officer.client.send<Offer>('POST', `/requests/${id}/proposals`, proposed);
  const head = await company.worker('head', plot.service, office);
  const path = `/requests/${id}/proposals/${proposal}/decision`;
  return (await head.client.send<{ offer: Offer }>('POST', path, { decision: 'approved' })).offer;
}

/** Whoever filed takes the child out of the queue, or the request back. */
export async function withdraw({ id, filer, tell }: Scene): Promise<void> {
  const { content } = await filer.client.get<{ content: string }>(`/requests/${id}/withdrawal/signable`);
  await filer.client.send('POST', `/requests/${id}/withdrawal`, { cms: await signText(filer.sign, content) });
  tell(`${filer.person.name} withdraws it by a signed word`);
}
