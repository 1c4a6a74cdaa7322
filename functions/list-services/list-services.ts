import type { Answered, Asked } from '../../lib/adapters/http/serve.ts';
import type { ServiceCard } from '../../lib/domain/regulation/cards.ts';
import type { contract } from './contract.ts';

export async function listServices(
  { query }: Asked<typeof contract>,
  { services }: { readonly services: readonly ServiceCard[] },
): Promise<Answered> {
  const words = (query.words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = services.filter(({ region, channels, title }) => {
    const titles = `${title.ru} ${title.kk}`.toLowerCase();
    return (
      (query.region === undefined || region === query.region) &&
      (query.channel === undefined || channels.some(({ channel }) => channel === query.channel)) &&
      words.every((word) => titles.includes(word))
    );
  });
  return {
    body: { services: found.map((card) => ({ ...card, channels: card.channels.map(({ channel }) => channel) })) },
  };
}
