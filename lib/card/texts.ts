import type { Verdict } from '../eds/report.ts';
import { text, type Text } from '../eds/texts/language.ts';
import type { CardProblem } from './refusal.ts';
import type { SignatureProblem } from './report.ts';

export const cardVerdicts = {
  passed: text(
    'The document in this card can be trusted: all its signatures hold',
    'Документу в этой карточке можно доверять: все его подписи верны',
    'Осы карточкадағы құжатқа сенуге болады: оның барлық қолтаңбасы дұрыс',
  ),
  failed: text('This card cannot be trusted', 'Этой карточке доверять нельзя', 'Бұл карточкаға сенуге болмайды'),
  indeterminate: text(
    'This card could not be checked in full: do not trust it yet',
    'Карточку не удалось проверить полностью: пока не доверяйте ей',
    'Карточканы толық тексеру мүмкін болмады: оған әзірше сенбеңіз',
  ),
} as const satisfies Record<Verdict, Text>;

export const pagesProveNothing = text(
  'The pages of a card prove nothing and were not checked: anybody can draw them. Read the document inside it.',
  'Страницы карточки ничего не доказывают и не проверялись: нарисовать их может кто угодно. Читайте документ внутри неё.',
  'Карточканың беттері ештеңені дәлелдемейді және тексерілген жоқ: оларды кез келген адам сала алады. Ішіндегі құжатты оқыңыз.',
);

export const cardProblemTexts = {
  'pdf-not': text('The file is no PDF', 'Файл не PDF', 'Файл PDF емес'),
  'pdf-too-large': text(
    'The file is too large: 32 MB at most',
    'Файл слишком велик: не более 32 МБ',
    'Файл тым үлкен: ең көбі 32 МБ',
  ),
  'pdf-encrypted': text('The file is encrypted', 'Файл зашифрован', 'Файл шифрланған'),
  'pdf-malformed': text(
    'The file is damaged: its attachments cannot be found with certainty',
    'Файл повреждён: его вложения нельзя найти однозначно',
    'Файл бүлінген: оның тіркемелерін бірмәнді табу мүмкін емес',
  ),
  'pdf-filter': text(
    'An attachment is stored in a way that is not read here',
    'Вложение записано способом, который здесь не читается',
    'Тіркеме мұнда оқылмайтын тәсілмен жазылған',
  ),
  'pdf-limit': text(
    'The file or an attachment is larger than a card may be: a document has 16 MB at most, a signature 1 MB, all together 8 MB',
    'Файл или вложение больше, чем допустимо для карточки: документ не более 16 МБ, подпись не более 1 МБ, все подписи вместе не более 8 МБ',
    'Файл немесе тіркеме карточкаға рұқсат етілгеннен үлкен: құжат ең көбі 16 МБ, қолтаңба ең көбі 1 МБ, барлық қолтаңба бірге ең көбі 8 МБ',
  ),
  'no-attachment': text(
    'This is no card: no files are attached to the document',
    'Это не карточка: к файлу ничего не приложено',
    'Бұл карточка емес: файлға ештеңе тіркелмеген',
  ),
  'no-signature': text(
    'The card brings a document without signatures',
    'В карточке документ без подписей',
    'Карточкадағы құжаттың қолтаңбасы жоқ',
  ),
  'too-many-attachments': text('There are more than 33 attachments', 'Вложений больше 33', 'Тіркеме 33-тен көп'),
  'document-executable': text(
    'The document in the card is a program: do not open it',
    'Документ в карточке — программа: не открывайте её',
    'Карточкадағы құжат — бағдарлама: оны ашпаңыз',
  ),
} as const satisfies Record<CardProblem, Text>;

export const signatureProblemWords = {
  'not-cms': text('The file is no signature', 'Файл не подпись', 'Файл қолтаңба емес'),
  attached: text(
    'The signature brings a content of its own',
    'Подпись содержит в себе другой документ',
    'Қолтаңбаның ішінде өз мазмұны бар',
  ),
  'not-valid': text('The signature does not hold', 'Подпись неверна', 'Қолтаңба дұрыс емес'),
  'not-sure': text(
    'The signature could not be checked in full',
    'Подпись не удалось проверить полностью',
    'Қолтаңбаны толық тексеру мүмкін болмады',
  ),
  'certificate-outside': text(
    "The signer's certificate is not in the signature",
    'В подписи нет сертификата подписавшего',
    'Қолтаңбада қол қоюшының сертификаты жоқ',
  ),
  'no-timestamp': text(
    'There is no timestamp: nobody knows when it was signed',
    'Нет метки времени: момент подписания неизвестен',
    'Уақыт белгісі жоқ: қол қойылған сәт белгісіз',
  ),
  'no-proof': text(
    'The signature does not prove that the certificate was valid when it was made',
    'Подпись не доказывает, что сертификат действовал в момент подписания',
    'Қолтаңба сертификаттың қол қойылған сәтте жарамды болғанын дәлелдемейді',
  ),
  'proof-unchecked': text(
    'What the signature brings as proof of its certificate could not be checked',
    'Приложенное доказательство действия сертификата не удалось проверить',
    'Сертификаттың жарамдылығын растайтын дәлелді тексеру мүмкін болмады',
  ),
  'proof-outside-window': text(
    'The proof of the certificate is of another time: more than 5 minutes from the timestamp',
    'Доказательство действия сертификата относится к другому времени: дальше 5 минут от метки времени',
    'Сертификаттың дәлелі басқа уақытқа жатады: уақыт белгісінен 5 минуттан алыс',
  ),
} as const satisfies Record<SignatureProblem, Text>;
