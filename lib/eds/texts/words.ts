import type { CheckStatus, SignerRole, Verdict } from '../report.ts';
import { text, type Text } from './language.ts';

export const statusTexts = {
  passed: text('passed', 'пройдена', 'өтті'),
  failed: text('failed', 'не пройдена', 'өтпеді'),
  indeterminate: text('could not be carried out', 'не удалось провести', 'жүргізу мүмкін болмады'),
  'not-checked': text('was not checked', 'не проверялось', 'тексерілмеді'),
  warning: text('warning', 'предупреждение', 'ескерту'),
  'not-applicable': text('not applicable', 'не применяется', 'қолданылмайды'),
} as const satisfies Record<CheckStatus, Text>;

export const verdictTexts = {
  passed: text('The signature is valid', 'Подпись действительна', 'Қолтаңба жарамды'),
  failed: text('The signature is not accepted', 'Подпись не принята', 'Қолтаңба қабылданбады'),
  indeterminate: text(
    'The signature could not be checked in full',
    'Подпись не удалось проверить полностью',
    'Қолтаңбаны толық тексеру мүмкін болмады',
  ),
} as const satisfies Record<Verdict, Text>;

export const roleTexts = {
  'first-head': text('first head', 'первый руководитель', 'бірінші басшы'),
  'right-to-sign': text('right to sign', 'право подписи', 'қол қою құқығы'),
  financial: text('financial documents', 'финансовые документы', 'қаржы құжаттары'),
  personnel: text('personnel', 'кадровая служба', 'кадр қызметі'),
  employee: text('employee', 'сотрудник', 'қызметкер'),
} as const satisfies Record<SignerRole, Text>;

export const labels = {
  signer: text('Signer', 'Подписавший', 'Қол қоюшы'),
  organisation: text('Organisation', 'Организация', 'Ұйым'),
  roles: text('Roles', 'Роли', 'Рөлдер'),
  algorithm: text('Algorithm', 'Алгоритм', 'Алгоритм'),
  referenceTime: text('Checked as of', 'Проверено на момент', 'Тексерілген сәт'),
  timestamp: text('by timestamp', 'по метке времени', 'уақыт белгісі бойынша'),
  'timestamp-unchecked': text(
    'by a timestamp that could not be checked in full',
    'по метке времени, которую не удалось проверить полностью',
    'толық тексерілмеген уақыт белгісі бойынша',
  ),
  proofEnds: text('The proof lives until', 'Доказательство действительно до', 'Дәлелдеме мерзімінің соңы'),
  'archive-timestamp': text('by archive timestamp', 'по архивной метке времени', 'мұрағаттық уақыт белгісі бойынша'),
  inadmissible: text('Given and not counted', 'Представлено и не учтено', 'Ұсынылған, бірақ есепке алынбаған'),
  certificate: text('certificates', 'сертификаты', 'сертификаттар'),
  list: text('revocation lists', 'списки отозванных сертификатов', 'қайтарып алынған сертификаттар тізімдері'),
  answer: text('OCSP answers', 'ответы OCSP', 'OCSP жауаптары'),
  'server-clock': text("by the server's clock", 'по часам сервера', 'сервер сағаты бойынша'),
  claimedTime: text('Time by the signer’s own words', 'Время по словам подписавшего', 'Қол қоюшының айтуынша уақыт'),
  tryAgainAfter: text('Try again after', 'Повторить проверку после', 'Қайта тексеру уақыты'),
  iin: text('IIN', 'ИИН', 'ЖСН'),
  bin: text('BIN', 'БИН', 'БСН'),
} as const satisfies Record<string, Text>;
