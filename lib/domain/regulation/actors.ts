/** Who acts in a row. `lane` is the swim lane in diagrams; `kind` says whether a Lambda or a work item does the row. */
export interface Actor {
  readonly slug: string;
  readonly lane: string;
  readonly kind: 'system' | 'people' | 'applicant';
}

const actor = (slug: string, lane: string, kind: Actor['kind']): Actor => ({ slug, lane, kind });

const applicant = actor('applicant', 'Потребитель', 'applicant');
const portal = actor('portal', 'ПЭП', 'system');
const gateway = actor('gateway', 'РШЭП (ШЭП)', 'system');
const isMio = actor('is-mio', 'ИС МИО', 'system');
const isCon = actor('is-con', 'ИС ЦОН', 'system');
const armMio = actor('arm-mio', 'АРМ услугодателя', 'system');
const armGateway = actor('arm-gateway', 'АРМ РШЭП', 'system');
const registries = actor('registries', 'Государственные базы данных', 'system');
const mio = actor('mio', 'МИО', 'people');
const con = actor('con', 'ЦОН', 'people');
const head = actor('head', 'Руководство уполномоченного органа', 'people');
const executor = actor('executor', 'Ответственный исполнитель', 'people');
const akim = actor('akim', 'Аким сельского округа', 'people');
const intake = actor('intake', 'Аким сельского округа или ответственный исполнитель', 'people');
const commission = actor('commission', 'Участковая комиссия', 'people');

/** The sources' own names for each actor, lower case. Several decrees name one actor differently. */
const names: Readonly<Record<string, Actor>> = {
  получатель: applicant,
  потребитель: applicant,
  заявитель: applicant,
  пэп: portal,
  'веб-портал электронного правительства': portal,
  'ршэп (шэп)': gateway,
  'шэп (ршэп)': gateway,
  'ршэп/шэп': gateway,
  'ршэп / шэп': gateway,
  ршэп: gateway,
  шэп: gateway,
  'ис мио': isMio,
  'ис цон': isCon,
  'арм ис цон': isCon,
  'автоматизированное рабочее место услугодателя': armMio,
  'арм услугодателя': armMio,
  'арм ршэп': armGateway,
  'гбд фл': registries,
  'гбд фл, енис': registries,
  'гбд фл/гбд юл': registries,
  'государственная база данных физические лица/государственная база данных юридические лица': registries,
  мио: mio,
  гу: mio,
  услугодатель: mio,
  услугодательь: mio,
  улугодатель: mio,
  'сотрудник услугодателя': mio,
  цон: con,
  центр: con,
  'оператор центра': con,
  'оператор цон': con,
  'сотрудник центра': con,
  'руководство уполномоченного органа': head,
  'ответственный исполнитель уполномоченного органа': executor,
  'аким сельского округа': akim,
  'участковая комиссия': commission,
  'аким сельского округа или ответственный исполнитель уполномоченного органа': intake,
  'ответственный исполнитель': executor,
  'инспектор центра': con,
  'инспектор накопительного отдела': con,
  'иис цон': isCon,
};

/** The actor that a source's name means, or undefined when the name is new. */
export const actorNamed = (name: string): Actor | undefined => names[name.toLowerCase().replaceAll(/\s+/g, ' ').trim()];
