import type { Language } from '../../domain/language/bilingual.ts';
import type { PageFiles } from './page-files.ts';

interface Shown {
  /**
   * From the table of pages (web/routes.ts): its file in web/pages, what it requests first, and the parameters of its
   * address.
   */
  readonly found: {
    readonly page: string;
    readonly asks?: string;
    readonly params: Readonly<Record<string, string>>;
  };
  readonly language: Language;
  /** Whether people and keys are made up: then every page says so, and signing offers their keys. */
  readonly isDemo: boolean;
}

/**
 * The HTML document of a page. It lists what the page needs besides the frame, so that a slow connection waits once for
 * everything and not for one file after another.
 */
export function writeDocument(
  files: Pick<PageFiles, 'frame' | 'styles' | 'staffStyles' | 'scripts'>,
  { found: { page, asks, params }, language, isDemo }: Shown,
) {
  const [first, ...others] = files.frame;
  const script = files.scripts[`pages/${page}`];
  const sheets = [files.styles, ...(page.startsWith('staff/') ? [files.staffStyles] : [])];
  const needed = [...others, ...(script === undefined ? [] : [script])].map(
    (file) => `<link rel="modulepreload" href="/app/${file}">`,
  );
  const answer = asks?.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  if (answer !== undefined) needed.push(`<link rel="preload" as="fetch" crossorigin href="${answer}">`);
  return `<!doctype html>
<html lang="${language}"${isDemo ? ' data-demo' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>e-akimat</title>
<link rel="icon" href="${ICON}">
${sheets.map((file) => `<link rel="stylesheet" href="/app/${file}">`).join('\n')}
<script type="module" src="/app/${first}"></script>
${needed.join('\n')}
</head>
<body>
<div id="app"></div>
<noscript><p lang="kk">Бұл беттерге JavaScript керек. Құжатты /documents/НӨМІР мекенжайы бойынша онсыз да тексеруге болады.</p>
<p lang="ru">Этим страницам нужен JavaScript. Документ можно проверить и без него по адресу /documents/НОМЕР.</p></noscript>
</body>
</html>
`;
}

/** The letter and hyphen of the logo. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%230b5563'/%3E%3Ctext x='4' y='23' font-family='sans-serif' font-weight='800' font-size='22' fill='%23fff'%3Ee%3C/text%3E%3Crect x='18' y='14' width='10' height='5' fill='%23f2b632'/%3E%3C/svg%3E";
