import type { CertificateDocument, RefusalDocument } from '../../../../lib/domain/output/document.ts';
import { formatDocumentNumber, verificationUrl } from '../../../../lib/domain/output/number.ts';

const publicUrl = 'https://akimat.example.kz';
const numberOf = (sequence: number) =>
  formatDocumentNumber({
    region: 'south-kazakhstan',
    service: 'unemployed-certificate',
    year: 2026,
    sequence,
    nonce: Uint8Array.of(0x39, 0xd9, 0x5a, 0x00, 0xff),
  });

const everywhere = {
  number: numberOf(123),
  issuedOn: '2026-07-20',
  office: {
    kk: 'Шымкент қаласының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
    ru: 'Отдел занятости и социальных программ города Шымкент',
  },
  region: { kk: 'Оңтүстік Қазақстан облысы', ru: 'Южно-Казахстанская область' },
  service: { kk: 'Жұмыссыз азаматтарға анықтамалар беру', ru: 'Выдача справок безработным гражданам' },
  decree: {
    kk: 'Оңтүстік Қазақстан облысы әкімдігінің 2012 жылғы 23 мамырдағы № 149 қаулысымен бекітілген регламент',
    ru: 'Регламент утверждён постановлением акимата Южно-Казахстанской области от 23 мая 2012 года № 149',
  },
  request: { number: 'SK-UC-2026-000123', submittedOn: '2026-07-18' },
  applicant: { name: 'НАУРЫЗБАЕВА ГҮЛПАТ ЗЕЙНОЛЛАҚЫЗЫ', iin: '831204402047' },
  signer: {
    name: 'Әбдірахманов Ерлан Қайратұлы',
    position: { kk: 'Бөлім бастығы', ru: 'Начальник отдела' },
    role: 'mio-head',
  },
  preparedBy: { name: 'Оспанова Айгүл Маратқызы', position: { kk: 'Маман', ru: 'Специалист' } },
  verifyUrl: verificationUrl(publicUrl, numberOf(123)),
} as const;

/** Appendix 4 of the Mangystau regulation, filled in with made-up values. */
export const certificate: CertificateDocument = {
  ...everywhere,
  kind: 'certificate',
  title: { kk: 'Жұмыссыз ретінде тіркеу туралы анықтама', ru: 'Справка о регистрации в качестве безработного' },
  basis: {
    kk: '«Халықты жұмыспен қамту туралы» Қазақстан Республикасы Заңының 15-бабы',
    ru: 'Статья 15 Закона Республики Казахстан «О занятости населения»',
  },
  fields: [
    { label: { kk: 'Т.А.Ә.', ru: 'Ф.И.О.' }, value: everywhere.applicant.name },
    { label: { kk: 'ЖСН', ru: 'ИИН' }, value: everywhere.applicant.iin },
    { label: { kk: 'Жұмыссыз ретінде тіркелген', ru: 'Зарегистрирован безработным' }, value: '10.03.2026' },
    {
      label: {
        kk: 'Қоғамдық, әлеуметтік жұмыстарға қатысуы',
        ru: 'Участие в общественных, социальных работах',
      },
      value: { kk: 'иә', ru: 'да' },
    },
    {
      label: {
        kk: 'Кәсіби даярлаудан, біліктілігін арттыру және қайта даярлаудан, жастар практикасынан өтті',
        ru: 'Прошел профессиональную подготовку, повышение квалификации и переподготовку, молодежную практику',
      },
      value: { kk: 'жоқ', ru: 'нет' },
    },
    {
      label: {
        kk: 'Атаулы әлеуметтік көмек, тұрғын үй көмегі тағайындалды',
        ru: 'Назначен(а) адресная социальная помощь, жилищная помощь',
      },
      value: { kk: 'иә', ru: 'да' },
    },
    {
      label: { kk: 'Анықтама ұсыну үшін берілген', ru: 'Справка дана для предъявления' },
      value: 'по месту требования',
    },
    {
      label: { kk: 'Анықтаманы алуға өтініш берілген күні', ru: 'Дата подачи заявления на получение справки' },
      value: '18.07.2026',
    },
  ],
};

export const refusal: RefusalDocument = {
  ...everywhere,
  kind: 'refusal',
  ground: 'отсутствие регистрации потребителя в качестве безработного',
  text: 'По сведениям отдела Вы не состоите на учёте в качестве безработного.\nДля постановки на учёт обратитесь в отдел с удостоверением личности.',
  appeal: [
    {
      kk: 'Өтініш берушінің бас тартуға шағымдануға құқығы бар. Шағымдану тәртібін мына мекеме түсіндіреді: Шымкент қаласы.',
      ru: 'Заявитель вправе обжаловать отказ. Порядок обжалования разъясняет: Отдел занятости города Шымкент.',
    },
    { kk: 'Шағым порталда, өтініштің бетінде беріледі.', ru: 'Жалоба подаётся на портале, на странице заявления.' },
  ],
};

const long = 'Өте ұзақ мәтін, оның ішінде қазақ тілінің барлық әріптері бар: ә ғ қ ң ө ұ ү һ і. ';

/** As long as the schemas of the forms allow: several pages. */
export const longCertificate: CertificateDocument = {
  ...certificate,
  applicant: { ...certificate.applicant, name: 'Бекмұхамбетова-Сүлейменова Айша-Бибі Жұмағалиқызы' },
  fields: [
    ...certificate.fields,
    ...Array.from({ length: 12 }, (_, no) => ({
      label: { kk: `Қосымша мәлімет ${no + 1}`, ru: `Дополнительные сведения ${no + 1}` },
      value: long.repeat(1 + (no % 3)).trim(),
    })),
  ],
};

const { signer: _, preparedBy: __, ...unsigned } = refusal;
/** Formed before the signer is known; the officer wrote a long text. */
export const longRefusal: RefusalDocument = {
  ...unsigned,
  office: 'Отдел занятости и социальных программ города Шымкент',
  text: Array.from({ length: 9 }, () => long.repeat(7).trim()).join('\n\n'),
};

/** The table of appendix 4 of the same decree's regulation of disabled children, with as many rows as it takes. */
export const longTable: CertificateDocument = {
  ...certificate,
  fields: [
    {
      label: { kk: 'Тоқсандар бойынша төлемдер', ru: 'Выплаты по кварталам' },
      columns: [
        { kk: 'Тоқсан', ru: 'Квартал' },
        { kk: 'Жыл', ru: 'Год' },
        { kk: 'Төлем сомасы', ru: 'Сумма выплаты' },
      ],
      rows: Array.from({ length: 40 }, (_, index) => [
        { kk: ['I', 'II', 'III', 'IV'][index % 4]!, ru: ['I', 'II', 'III', 'IV'][index % 4]! },
        `${2026 + Math.floor(index / 4)}`,
        `${500 + index}\u00a0₸`,
      ]),
    },
  ],
};
