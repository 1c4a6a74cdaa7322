import { text } from './language.ts';

/** Problems of the signature, its timestamp, its certificate's purpose and its person. */
export const signatureProblemTexts = {
  'cost-limit': text(
    'checking all that came with the signature would take too long',
    'проверка всего, что приложено к подписи, заняла бы слишком много времени',
    'қолтаңбаға қоса берілгеннің бәрін тексеру тым көп уақыт алар еді',
  ),
  'no-signer': text('nobody signed', 'подписей нет', 'қолтаңба жоқ'),
  'content-missing': text(
    'the signed content was not given',
    'подписанное содержимое не представлено',
    'қол қойылған мазмұн ұсынылмаған',
  ),
  'content-differs': text(
    'the signature holds other content than was given',
    'в подписи другое содержимое, чем представлено',
    'қолтаңбадағы мазмұн ұсынылғаннан өзгеше',
  ),
  'certificate-missing': text(
    'the signer’s certificate is not there',
    'сертификата подписавшего нет',
    'қол қоюшының сертификаты жоқ',
  ),
  'attribute-duplicate': text('an attribute stands twice', 'атрибут повторяется', 'атрибут қайталанады'),
  'attribute-missing': text('a required attribute is missing', 'нет обязательного атрибута', 'міндетті атрибут жоқ'),
  'attribute-malformed': text('an attribute cannot be read', 'атрибут не читается', 'атрибут оқылмайды'),
  'attributes-required': text(
    'such content needs signed attributes',
    'для такого содержимого нужны подписанные атрибуты',
    'мұндай мазмұнға қол қойылған атрибуттар қажет',
  ),
  'content-looks-like-attributes': text(
    'the content could be the attributes of another signature',
    'содержимое может быть атрибутами другой подписи',
    'мазмұн басқа қолтаңбаның атрибуттары болуы мүмкін',
  ),
  'content-type-differs': text(
    'the attribute names another type of content',
    'атрибут называет другой тип содержимого',
    'атрибут мазмұнның басқа түрін көрсетеді',
  ),
  'digest-differs': text(
    'the content was changed after signing',
    'содержимое изменено после подписания',
    'мазмұн қол қойылғаннан кейін өзгертілген',
  ),
  'digest-unknown': text(
    'the digest algorithm is not known',
    'алгоритм хеширования неизвестен',
    'хештеу алгоритмі белгісіз',
  ),
  'algorithm-mismatch': text(
    'the digest and the signature name different algorithms',
    'хеш и подпись называют разные алгоритмы',
    'хеш пен қолтаңба әртүрлі алгоритмдерді көрсетеді',
  ),
  'algorithm-unsupported': text(
    'the algorithm is not supported',
    'алгоритм не поддерживается',
    'алгоритмге қолдау көрсетілмейді',
  ),
  'algorithm-weak': text(
    'the algorithm is outdated (MD5, SHA-1)',
    'алгоритм устарел (MD5, SHA-1)',
    'алгоритм ескірген (MD5, SHA-1)',
  ),
  'algorithm-not-allowed': text(
    'the algorithm is not accepted here',
    'алгоритм здесь не принимается',
    'алгоритм мұнда қабылданбайды',
  ),
  'key-too-short': text('the key is too short', 'ключ слишком короткий', 'кілт тым қысқа'),
  'signature-invalid': text('the signature does not match', 'подпись не сходится', 'қолтаңба сәйкес келмейді'),
  'certificate-hash-differs': text(
    'the signature was bound to another certificate',
    'подпись привязана к другому сертификату',
    'қолтаңба басқа сертификатқа байланған',
  ),
  'timestamp-malformed': text('the timestamp cannot be read', 'метка времени не читается', 'уақыт белгісі оқылмайды'),
  'timestamp-unknown-critical': text(
    'the timestamp has an unknown critical extension',
    'в метке времени неизвестное критическое расширение',
    'уақыт белгісінде белгісіз аса маңызды кеңейтім бар',
  ),
  'timestamps-too-many': text(
    'there are more timestamps than are checked',
    'меток времени больше, чем проверяется',
    'уақыт белгілерінің саны тексерілетіннен көп',
  ),
  'timestamp-order': text(
    'the timestamp is of another time than its place allows',
    'время метки противоречит её месту среди других',
    'белгінің уақыты басқалардың арасындағы орнына қайшы келеді',
  ),
  'hash-index-missing': text(
    'the archive timestamp does not say what it covers',
    'архивная метка не указывает, что она охватывает',
    'мұрағаттық белгіде оның нені қамтитыны көрсетілмеген',
  ),
  'hash-index-unsupported': text(
    'the archive timestamp says in an older form what it covers',
    'архивная метка указывает охваченное в прежней форме',
    'мұрағаттық белгі қамтылғанды бұрынғы пішінде көрсетеді',
  ),
  'indexed-element-missing': text(
    'something that the archive timestamp covers is no longer there',
    'нет того, что охвачено архивной меткой',
    'мұрағаттық белгі қамтыған бөлік жоқ',
  ),
  'proof-ended': text(
    'the certificates behind the timestamp have ended, and no later timestamp keeps its proof',
    'сертификаты метки времени истекли, и более поздней метки, сохраняющей доказательство, нет',
    'уақыт белгісі сертификаттарының мерзімі бітті, дәлелдемені сақтайтын кейінгі белгі жоқ',
  ),
  'algorithm-aged': text(
    'the algorithm is no longer recommended at this time',
    'алгоритм на этот момент уже не рекомендован',
    'алгоритм бұл сәтте енді ұсынылмайды',
  ),
  'timestamp-missing': text('there is no timestamp', 'метки времени нет', 'уақыт белгісі жоқ'),
  'imprint-differs': text(
    'the timestamp is of something else',
    'метка времени от другой подписи',
    'уақыт белгісі басқа қолтаңбанікі',
  ),
  'imprint-weak': text(
    'the timestamp’s digest is outdated',
    'хеш метки времени устарел',
    'уақыт белгісінің хеші ескірген',
  ),
  'time-in-future': text('the time lies in the future', 'время находится в будущем', 'уақыт болашақта тұр'),
  'purpose-wrong': text(
    'the certificate is not for timestamps',
    'сертификат не предназначен для меток времени',
    'сертификат уақыт белгілеріне арналмаған',
  ),
  'purpose-not-alone': text(
    'the certificate is not for timestamps alone',
    'сертификат предназначен не только для меток времени',
    'сертификат тек уақыт белгілеріне ғана арналмаған',
  ),
  'policy-wrong': text(
    'issued by rules that are not accepted',
    'выпущен по непринимаемым правилам',
    'қабылданбайтын қағидалар бойынша шығарылған',
  ),
  'usage-missing': text(
    'the certificate does not say what it is for',
    'в сертификате не указано назначение',
    'сертификатта мақсаты көрсетілмеген',
  ),
  'usage-wrong': text(
    'the certificate is for another purpose',
    'сертификат предназначен для другого',
    'сертификат басқа мақсатқа арналған',
  ),
  'iin-missing': text('the certificate bears no IIN', 'в сертификате нет ИИН', 'сертификатта ЖСН жоқ'),
  'iin-differs': text('another person signed', 'подписал другой человек', 'басқа адам қол қойған'),
  'bin-missing': text('the certificate bears no BIN', 'в сертификате нет БИН', 'сертификатта БСН жоқ'),
  'bin-differs': text(
    'signed in the name of another organisation',
    'подписано от имени другой организации',
    'басқа ұйымның атынан қол қойылған',
  ),
  'role-missing': text(
    'the certificate does not give the needed role',
    'сертификат не даёт нужной роли',
    'сертификат қажетті рөлді бермейді',
  ),
  'individual-needed': text(
    'an organisation’s certificate where a person signs for themselves',
    'подписано сертификатом организации, а нужен сертификат физического лица',
    'ұйымның сертификатымен қол қойылған, ал жеке тұлғаның сертификаты керек',
  ),
  'organisation-needed': text(
    'a private person’s certificate where an organisation signs',
    'подписано сертификатом физического лица, а нужен сертификат организации',
    'жеке тұлғаның сертификатымен қол қойылған, ал ұйымның сертификаты керек',
  ),
  'no-right-to-sign': text(
    'the certificate does not show that its holder may sign for the organisation: neither first head nor right to sign',
    'сертификат не первого руководителя и не лица с правом подписи: владелец не может подписывать за организацию',
    'сертификат бірінші басшынікі де, қол қою құқығы бар адамдікі де емес: иесі ұйым үшін қол қоя алмайды',
  ),
  'applicant-missing': text('only others signed', 'подписали только другие лица', 'тек басқа адамдар қол қойған'),
};
