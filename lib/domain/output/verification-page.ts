import { createHash } from 'node:crypto';
import type { Bilingual } from '../language/bilingual.ts';
import { dayOf, writeDay, writeInstant } from '../language/dates.ts';
import { escapeHtml } from '../language/html.ts';
import type { IssuedKind } from './issued-document.ts';
import type { SignerRole } from './document.ts';
import { organisationLabels } from './organisation.ts';
import { duties } from './wording.ts';

/** What anyone with the number may know: nothing about the person but initials. */
export type Verification =
  | { readonly status: 'unknown'; readonly number: string }
  | {
      readonly status: 'genuine' | 'withdrawn';
      readonly number: string;
      readonly kind?: IssuedKind;
      readonly title?: Bilingual | undefined;
      readonly service?: Bilingual;
      readonly office: string | Bilingual;
      /** UTC instant of the signature. */
      readonly issuedAt: string;
      /** Of the person that the document is about. */
      readonly initials: string;
      /** The legal person that it is for; the initials are then those of whoever applied in its name. */
      readonly organisation?: { readonly name: string; readonly bin: string } | undefined;
      readonly signerRole: SignerRole;
      readonly signerPosition?: Bilingual | undefined;
      /** By hand: there is no file to check. */
      readonly signature?: 'eds' | 'hand';
      /** Until when the signature can be proved. */
      readonly proof?: { readonly until: string } | undefined;
      /** Of the PDF's bytes, hex. */
      readonly sha256: string;
      readonly withdrawn?:
        { readonly at: string; readonly ground: Bilingual; readonly office?: Bilingual | undefined } | undefined;
      readonly replacedBy?: string | undefined;
      readonly replaces?: string | undefined;
    };

const answers = {
  genuine: {
    mark: '✓',
    title: { kk: 'Құжат түпнұсқа', ru: 'Документ подлинный' },
    text: {
      kk: 'Мұндай құжат берілген және күшінде. Төмендегі мәліметтерді қолыңыздағы құжатпен салыстырыңыз.',
      ru: 'Такой документ выдан и действует. Сравните сведения ниже с документом, который у Вас на руках.',
    },
  },
  withdrawn: {
    mark: '!',
    title: { kk: 'Құжат кері қайтарып алынған', ru: 'Документ отозван' },
    text: {
      kk: 'Мұндай құжат берілген, бірақ кейін қайтарып алынған: ол күшін жойған.',
      ru: 'Такой документ был выдан, но затем отозван: он не действует.',
    },
  },
  unknown: {
    mark: '?',
    title: { kk: 'Мұндай құжат жоқ', ru: 'Такого документа нет' },
    text: {
      kk: 'Бұл нөмірмен құжат берілмеген. Нөмір дұрыс терілгенін тексеріңіз; QR-код бойынша ашылса, құжат жалған болуы мүмкін.',
      ru: 'Документ с таким номером не выдавался. Проверьте, верно ли набран номер; если страница открыта по QR-коду, документ может быть поддельным.',
    },
  },
} as const satisfies Record<
  Verification['status'],
  { readonly mark: string; readonly title: Bilingual; readonly text: Bilingual }
>;

const labels = {
  page: { kk: 'Құжатты тексеру', ru: 'Проверка документа' },
  number: { kk: 'Нөмірі', ru: 'Номер' },
  title: { kk: 'Құжаттың атауы', ru: 'Название документа' },
  kind: { kk: 'Құжат түрі', ru: 'Вид документа' },
  service: { kk: 'Қызмет', ru: 'Услуга' },
  office: { kk: 'Берген мекеме', ru: 'Кем выдан' },
  issuedAt: { kk: 'Қол қойылған уақыты', ru: 'Время подписания' },
  initials: { kk: 'Алушының аты-жөнінің бас әріптері', ru: 'Инициалы получателя' },
  organisation: { kk: 'Алушы ұйым', ru: 'Организация-получатель' },
  signerInitials: {
    kk: 'Ұйым атынан өтініш бергеннің бас әріптері',
    ru: 'Инициалы обратившегося от имени организации',
  },
  signer: { kk: 'Қол қоюшы', ru: 'Подписал' },
  signature: { kk: 'Қолтаңба', ru: 'Подпись' },
  proof: { kk: 'Қолтаңбаны дәлелдеу мерзімінің соңы', ru: 'Подпись можно доказать до' },
  withdrawnAt: { kk: 'Кері қайтарып алынған уақыты', ru: 'Отозван' },
  withdrawnBy: { kk: 'Кері қайтарған мекеме', ru: 'Кем отозван' },
  ground: { kk: 'Қайтарып алу негізі', ru: 'Основание отзыва' },
  replacedBy: { kk: 'Орнына берілген құжат', ru: 'Взамен выдан документ' },
  replaces: { kk: 'Мына құжаттың орнына берілді', ru: 'Выдан взамен документа' },
  digest: { kk: 'PDF файлының SHA-256 бақылау сомасы', ru: 'Контрольная сумма SHA-256 файла PDF' },
  how: {
    kk: 'Файл мен оның қолтаңбасын өзіңіз тексере аласыз (сенім куәліктері certificates.pem файлында):',
    ru: 'Файл и его подпись можно проверить самостоятельно (доверенные сертификаты — в файле certificates.pem):',
  },
} as const satisfies Record<string, Bilingual>;

const kinds = {
  certificate: { kk: 'қызмет көрсету нәтижесі', ru: 'результат оказания услуги' },
  interim: { kk: 'аралық құжат (кезекке қою)', ru: 'промежуточный документ (регистрация в очереди)' },
  refusal: { kk: 'дәлелді бас тарту', ru: 'мотивированный отказ' },
  reply: { kk: 'шағымға жауап', ru: 'ответ на жалобу' },
} as const satisfies Record<IssuedKind, Bilingual>;

const signatures = {
  eds: { kk: 'электрондық цифрлық қолтаңба', ru: 'электронная цифровая подпись' },
  hand: { kk: 'қағазда, өз қолымен', ru: 'на бумаге, собственноручно' },
} as const satisfies Record<'eds' | 'hand', Bilingual>;

const style = `
body{margin:0;background:#eef2f5;color:#15202b;font:16px/1.5 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1rem}
.answer{display:flex;gap:1rem;align-items:flex-start;padding:1rem 1.25rem;border-radius:.5rem;color:#fff}
.genuine{background:#14663a}.withdrawn{background:#9c1c1c}.unknown{background:#5a4a00}
.mark{font-size:2.5rem;line-height:1;font-weight:700}
h1{font-size:1.25rem;margin:0}h1 span{display:block}p{margin:.35rem 0 0}
dl{background:#fff;border-radius:.5rem;margin:1rem 0;padding:.25rem 1.25rem}
dl div{padding:.7rem 0;border-bottom:1px solid #dde4ea}dl div:last-child{border:0}
dt{color:#4a5763;font-size:.85rem}dd{margin:.15rem 0 0;overflow-wrap:anywhere}dd span{display:block}
code{font:.85rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
`;

/** Security policy of the page: no script, no other origin, and only this style. */
export const verificationPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The public answer about a number as a page in both languages. It works without scripts and styles, and with a screen reader. */
export function renderVerificationPage(answer: Verification, zone?: string): string {
  const { mark, title, text } = answers[answer.status];
  return `<!doctype html>
<html lang="kk">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${labels.page.kk} / ${labels.page.ru}</title>
<style>${style}</style>
</head>
<body>
<main>
<div class="answer ${answer.status}">
<div class="mark" aria-hidden="true">${mark}</div>
<div>
<h1>${both(title)}</h1>
${(['kk', 'ru'] as const).map((language) => `<p lang="${language}">${text[language]}</p>`).join('\n')}
</div>
</div>
<dl>
${rows(answer, zone).join('\n')}
</dl>
${answer.status === 'unknown' || answer.signature === 'hand' ? '' : instructions(answer.number)}
</main>
</body>
</html>
`;
}

function rows(answer: Verification, zone: string | undefined): string[] {
  const number = row(labels.number, `<strong>${escapeHtml(answer.number.slice(0, 80))}</strong>`);
  if (answer.status === 'unknown') return [number];
  const time = (instant: string) =>
    both({ kk: writeInstant(instant, 'kk', zone), ru: writeInstant(instant, 'ru', zone) });
  const day = (instant: string) => {
    const of = dayOf(instant, zone);
    return both({ kk: writeDay(of, 'kk'), ru: writeDay(of, 'ru') });
  };
  const { withdrawn, replacedBy, replaces, proof } = answer;
  return [
    number,
    ...(answer.title ? [row(labels.title, both(answer.title))] : []),
    ...(answer.kind ? [row(labels.kind, both(kinds[answer.kind]))] : []),
    ...(answer.service ? [row(labels.service, both(answer.service))] : []),
    row(labels.office, typeof answer.office === 'string' ? escapeHtml(answer.office) : both(answer.office)),
    row(labels.issuedAt, time(answer.issuedAt)),
    ...(withdrawn ? [row(labels.withdrawnAt, time(withdrawn.at)), row(labels.ground, both(withdrawn.ground))] : []),
    ...(withdrawn?.office ? [row(labels.withdrawnBy, both(withdrawn.office))] : []),
    ...(replacedBy === undefined ? [] : [row(labels.replacedBy, escapeHtml(replacedBy))]),
    ...(replaces === undefined ? [] : [row(labels.replaces, escapeHtml(replaces))]),
    ...(answer.organisation
      ? [
          row(labels.organisation, escapeHtml(answer.organisation.name)),
          row(organisationLabels.bin, escapeHtml(answer.organisation.bin)),
        ]
      : []),
    row(answer.organisation ? labels.signerInitials : labels.initials, escapeHtml(answer.initials)),
    row(labels.signer, both(answer.signerPosition ?? duties[answer.signerRole])),
    row(labels.signature, both(signatures[answer.signature ?? 'eds'])),
    ...(proof ? [row(labels.proof, day(proof.until))] : []),
    ...(answer.signature === 'hand' ? [] : [row(labels.digest, `<code>${escapeHtml(answer.sha256)}</code>`)]),
  ];
}

const row = ({ kk, ru }: Bilingual, value: string) =>
  `<div><dt><span lang="kk">${kk}</span> / <span lang="ru">${ru}</span></dt><dd>${value}</dd></div>`;

const both = ({ kk, ru }: Bilingual) =>
  kk === ru
    ? `<span>${escapeHtml(kk)}</span>`
    : `<span lang="kk">${escapeHtml(kk)}</span> <span lang="ru">${escapeHtml(ru)}</span>`;

/** The page is at `/documents/{number}`, wherever the API is. */
const linked = '<a href="../certificates.pem">certificates.pem</a>';

const instructions = (number: string) => {
  const file = escapeHtml(number);
  return `${(['kk', 'ru'] as const).map((language) => `<p lang="${language}">${labels.how[language].replace('certificates.pem', linked)}</p>`).join('\n')}
<p><code>openssl cms -verify -binary -inform DER -in ${file}.p7s -content ${file}.pdf -CAfile certificates.pem -purpose any -out /dev/null</code></p>`;
};
