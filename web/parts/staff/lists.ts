import { actions, type Answer } from '../../kit.ts';
import { queueTexts } from '../../texts/queue.ts';

export type Counts = Answer<'GET /work-counts'>;

/** The tabs of a queue by their name in the address: what each asks for, and how many lines it has. */
export const lists = [
  { id: '', text: actions.all, asks: {}, count: 'all' },
  { id: 'mine', text: queueTexts.mine, asks: { who: 'me' }, count: 'mine' },
  { id: 'free', text: queueTexts.free, asks: { who: 'nobody' }, count: 'free' },
  { id: 'overdue', text: queueTexts.overdue, asks: { overdue: 'true' }, count: 'overdue' },
  { id: 'today', text: queueTexts.today, asks: { today: 'true' }, count: 'today' },
] as const;

export const listOf = (id: string) => lists.find((list) => list.id === id) ?? lists[0];

/** From here on the API counts no further. */
const MANY = 1000;
export const writeCount = (count: number | undefined) => (count !== undefined && count >= MANY ? `${MANY}+` : count);
