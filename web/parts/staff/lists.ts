import { actions } from '../../kit.ts';
import { queueTexts } from '../../texts/queue.ts';
import { isFree, isMine, type Line } from './take-work.ts';

const dayIn = (instant: string | Date) => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });
const isDueToday = ({ dueAt, overdue }: Line) => !overdue && dayIn(dueAt) === dayIn(new Date());

/** What the tabs of a queue show, by their name in the address. */
export const lists = [
  { id: '', text: actions.all, fits: () => true },
  { id: 'mine', text: queueTexts.mine, fits: isMine },
  { id: 'free', text: queueTexts.free, fits: isFree },
  { id: 'overdue', text: queueTexts.overdue, fits: ({ overdue }: Line) => overdue },
  { id: 'today', text: queueTexts.today, fits: isDueToday },
] as const;

export const listOf = (id: string) => lists.find((list) => list.id === id) ?? lists[0];
