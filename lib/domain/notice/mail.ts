import { languages, type Bilingual, type Language } from '../language/bilingual.ts';
import { escapeHtml } from '../language/html.ts';
import { renderNotice } from './render.ts';

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const footer = {
  kk: 'Бұл хат автоматты түрде жіберілді, оған жауап бермеңіз. Біз хатта құпия сөзді де, ЭЦҚ кілтін де сұрамаймыз.',
  ru: 'Письмо отправлено автоматически, отвечать на него не нужно. В письмах мы не спрашиваем ни пароль, ни ключ ЭЦП.',
} as const satisfies Bilingual;
/** What a link in a letter is called: it gives a document, or says that the letters come to the wrong person. */
const links = {
  document: { kk: 'Құжатты ашу', ru: 'Открыть документ' },
  disown: { kk: 'Бұл менікі емес', ru: 'Это не моё' },
} as const satisfies Record<string, Bilingual>;
const cabinet = { kk: 'Жеке кабинет', ru: 'Личный кабинет' } as const satisfies Bilingual;

interface Link {
  readonly to: keyof typeof links;
  readonly url: string;
}

interface Words {
  readonly first: Language;
  readonly cabinetUrl: string;
  readonly link?: Link;
  readonly zone?: string;
}

/**
 * A notice as an e-mail in both languages, the reader's language first: as plain text and as simple HTML.
 *
 * @param words.cabinetUrl address of the cabinet; the result itself is never mailed
 * @param words.link address of another page that the letter is about, with a secret in its fragment
 */
export function renderMail(
  code: string,
  facts: Readonly<Record<string, string>>,
  { first, cabinetUrl, link, zone }: Words,
): Mail {
  const parts = [first, ...languages.filter((language) => language !== first)].map((language) => ({
    language,
    ...renderNotice(code, facts, language, zone),
  }));
  return {
    subject: parts.map(({ subject }) => subject).join(' / '),
    text: parts
      .map(({ language, subject, text }) =>
        [
          ...[subject, '', text, ''],
          ...(link ? [`${links[link.to][language]}: ${link.url}`, ''] : []),
          ...[`${cabinet[language]}: ${cabinetUrl}`, '', footer[language], ''],
        ].join('\n'),
      )
      .join('\n—\n\n'),
    html: page(
      first,
      parts.map((part) => section(part, cabinetUrl, link)),
    ),
  };
}

const section = (
  { language, subject, text }: { readonly language: Language; readonly subject: string; readonly text: string },
  cabinetUrl: string,
  link: Link | undefined,
) => `<div lang="${language}">
<h1 style="font-size:18px;margin:0 0 12px">${escapeHtml(subject)}</h1>
<p>${escapeHtml(text)}</p>${link ? `\n<p><a href="${escapeHtml(link.url)}">${links[link.to][language]}</a></p>` : ''}
<p><a href="${escapeHtml(cabinetUrl)}">${cabinet[language]}</a></p>
<p style="color:#555555;font-size:12px">${footer[language]}</p>
</div>`;

const page = (language: Language, sections: readonly string[]) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="font-family:sans-serif;font-size:15px;line-height:1.5;color:#111111;max-width:36em;margin:0 auto;padding:16px">
${sections.join('\n<hr style="border:0;border-top:1px solid #cccccc;margin:20px 0">\n')}
</body></html>
`;
