import type { Bilingual } from '../../language/bilingual.ts';
import type { EventCode } from '../event.ts';

/** By what the queue of a service and office is ordered, where a regulation has no classes. */
export const queueOrder: Bilingual = {
  kk: 'Кезек өтініш берілген уақыт бойынша құрылады',
  ru: 'Очередь идёт по времени подачи заявления',
};

/** What an event did to somebody's place in the queue. */
export const changeWords: Readonly<Partial<Record<EventCode, Bilingual>>> = {
  'place-offered': {
    kk: 'Сізге орын ұсынылды; жауап бергенше кезектегі орныңыз сақталады',
    ru: 'Вам предложили место; до ответа Вы стоите на своём месте',
  },
  'offer-declined': {
    kk: 'Сіз ұсынылған орыннан бас тарттыңыз; кезектегі орныңыз сақталды',
    ru: 'Вы отказались от предложенного места; место в очереди сохранено',
  },
  'offer-lapsed': {
    kk: 'Ұсынысқа мерзімінде жауап берілмеді; кезектегі орныңыз сақталды',
    ru: 'На предложение не ответили в срок; место в очереди сохранено',
  },
  'offer-accepted': {
    kk: 'Сіз орынға келістіңіз және кезектен шықтыңыз',
    ru: 'Вы согласились на место и вышли из очереди',
  },
  withdrawn: { kk: 'Сіз баланы кезектен шығардыңыз', ru: 'Вы сняли ребёнка с очереди' },
  outgrown: { kk: 'Бала жасына байланысты кезектен шықты', ru: 'Ребёнок вышел из очереди по возрасту' },
};
