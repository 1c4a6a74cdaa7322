import type { Bilingual } from '../language/bilingual.ts';

/** How long something is kept, from when, why, and what is then done. */
export interface Term {
  readonly what: Bilingual;
  /** Days from `from`; absent where it is kept as long as the service lasts. */
  readonly days?: number;
  readonly from: Bilingual;
  readonly ground: Bilingual;
  /** What carries it out: the sweeper, `erase-journal`, the table's time to live, a rule of a bucket. */
  readonly by: 'sweeper' | 'job' | 'table' | 'bucket' | 'nobody';
}

const YEAR = 365;

// No law is named here: nobody has read today's acts for this. Whoever deploys adds theirs (docs/deploy.md).
const purpose: Bilingual = {
  kk: 'Мақсатына жеткенше: одан кейін бұл деректер қажет емес',
  ru: 'До достижения цели: дальше эти данные не нужны',
};
const limitation: Bilingual = {
  kk: 'Осы уақыт ішінде іс бойынша дау туындауы мүмкін; мерзімді қызметті ашқан мекеме таңдаған',
  ru: 'В это время о деле ещё может возникнуть спор; срок выбран тем, кто развернул службу',
};
const chosen: Bilingual = {
  kk: 'Регламенттерде мерзім жоқ; қызметті ашқан мекеме таңдаған мерзім',
  ru: 'В регламентах срока нет; срок выбран тем, кто развернул службу',
};
const lastChange = { kk: 'соңғы өзгерістен', ru: 'от последнего изменения' };
const end = {
  kk: 'қызмет көрсетілген, бас тартылған немесе шағымға жауап берілген күннен',
  ru: 'от оказания услуги, отказа или ответа на жалобу',
};

/**
 * Everything that is kept about people, each kind with its term and ground. The jobs take their days from here, and the
 * page on privacy shows it; whoever deploys may choose others (docs/deploy.md).
 */
export const terms = {
  draft: {
    what: { kk: 'жоба: нысан, скандар, өтініш беруші', ru: 'черновик: форма, сканы, заявитель' },
    ...{ days: 30, from: lastChange, ground: purpose, by: 'sweeper' },
  },
  discarded: {
    what: { kk: 'өшірілген жобаның ізі (адамсыз)', ru: 'след удалённого черновика (без человека)' },
    ...{ days: 30, from: { kk: 'өшірілген күннен', ru: 'от удаления' }, ground: chosen, by: 'sweeper' },
  },
  scans: {
    what: { kk: 'жіберілген өтініштің скандары', ru: 'сканы поданного заявления' },
    ...{ days: 3 * YEAR, from: end, ground: limitation, by: 'sweeper' },
  },
  request: {
    what: {
      kk: 'аяқталған өтініш, қолтаңбалар, құжат, хабарламалар, шағымдар мен жауаптар',
      ru: 'законченное заявление, подписи, документ, уведомления, жалобы и ответы на них',
    },
    ...{ days: 5 * YEAR, from: end, ground: chosen, by: 'sweeper' },
  },
  refusedSignature: {
    what: { kk: 'қабылданбаған қолтаңбаның есебі', ru: 'отчёт о непринятой подписи' },
    ...{ days: 90, from: { kk: 'қолтаңбадан', ru: 'от подписи' }, ground: purpose, by: 'bucket' },
  },
  register: {
    what: { kk: 'берілген құжаттардың тізілімі (бас әріптер)', ru: 'реестр выданных документов (инициалы)' },
    ...{ from: { kk: 'берілген күннен', ru: 'от выдачи' }, ground: chosen, by: 'nobody' },
  },
  /** Its seals stay, and name every entry: the check takes the days from here to tell what is erased from what is missing. */
  journal: {
    what: { kk: 'өтінішті кім қарағаны туралы журнал', ru: 'журнал: кто смотрел заявления' },
    ...{ days: 5 * YEAR, from: { kk: 'жазылған сәттен', ru: 'от записи' }, ground: limitation, by: 'job' },
  },
  unprovedAccount: {
    what: { kk: 'ЭЦҚ растамаған есептік жазба', ru: 'учётная запись, не подтверждённая ЭЦП' },
    ...{ days: YEAR, from: { kk: 'тіркелген күннен', ru: 'от регистрации' }, ground: purpose, by: 'sweeper' },
  },
  closedAccount: {
    what: { kk: 'жабылған есептік жазба', ru: 'закрытая учётная запись' },
    ...{ days: 3 * YEAR, from: { kk: 'жабылған күннен', ru: 'от закрытия' }, ground: limitation, by: 'sweeper' },
  },
  session: {
    what: { kk: 'сессия', ru: 'сеанс' },
    ...{ days: 1, from: { kk: 'кірген сәттен', ru: 'от входа' }, ground: purpose, by: 'table' },
  },
} as const satisfies Readonly<Record<string, Term>>;

export type Kind = keyof typeof terms;

type Ending = { [K in Kind]: (typeof terms)[K] extends { days: number } ? K : never }[Kind];
const lengthOf = (kind: Ending): number => terms[kind].days * 86_400_000;

/** When the term of a kind that has one is over. */
export const endOf = (kind: Ending, from: string): Date => new Date(Date.parse(from) + lengthOf(kind));

/** What is older than this has been kept for its term. */
export const keptSince = (kind: Ending, now: Date): Date => new Date(now.getTime() - lengthOf(kind));
