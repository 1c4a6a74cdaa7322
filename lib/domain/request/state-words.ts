import type { Bilingual } from '../language/bilingual.ts';
import type { RequestState } from './request.ts';

/** The state of a request, in one to three words. */
export const stateWords = {
  draft: { kk: 'жіберілмеген', ru: 'не отправлено' },
  discarded: { kk: 'өшірілген', ru: 'удалено' },
  submitted: { kk: 'тіркелуде', ru: 'регистрируется' },
  'turned-away': { kk: 'қабылданбады', ru: 'не принято' },
  'taken-back': { kk: 'қайтарып алынды', ru: 'отозвано' },
  received: { kk: 'түскен', ru: 'поступило' },
  'in-progress': { kk: 'жұмыста', ru: 'в работе' },
  decided: { kk: 'шешім шықты', ru: 'решение принято' },
  issued: { kk: 'құжат берілді', ru: 'документ выдан' },
  queued: { kk: 'кезекте', ru: 'в очереди' },
  refused: { kk: 'бас тартылды', ru: 'отказано' },
  withdrawn: { kk: 'құжат кері қайтарылды', ru: 'документ отозван' },
  left: { kk: 'кезектен шықты', ru: 'вышло из очереди' },
} as const satisfies Record<RequestState, Bilingual>;
