import type { Language } from '../../domain/language/bilingual.ts';
import type { PageFiles } from './page-files.ts';

interface Shown {
  /** From the table of pages (web/routes.ts): its file in web/pages, and the parameters of its address. */
  readonly found: {
    readonly page: string;
    readonly params: Readonly<Record<string, string>>;
  };
  /** What comes with it (web/first-load.ts). */
  readonly first: { readonly asks?: readonly string[]; readonly parts?: readonly string[] } | undefined;
  readonly language: Language;
  /** Whether people and keys are made up: then every page says so, and signing offers their keys. */
  readonly isDemo: boolean;
}

export interface PageDocument {
  readonly text: string;
  /** Texts of the scripts and style sheets that stand in it, for its policy. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * The HTML document of a page. It contains the page's script and styles, and asks for the page's first answers and later parts
 * before all that has come: so a slow connection waits twice, for the document and for those, and an old phone works in between.
 */
export function writeDocument(
  files: PageFiles,
  { found: { page, params }, first: { asks = [], parts = [] } = {}, language, isDemo }: Shown,
): PageDocument {
  const staff = page.startsWith('staff/') ? files.text(files.staffStyles) : undefined;
  const script = [files.frame, files.text(files.scripts[`pages/${page}`] ?? ''), 'kit.start()'].join('\n');
  const answers = asks.map((ask) =>
    ask.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
  );
  const asked = answers.length > 0 ? ` data-asks="${answers.join(' ').replaceAll('&', '&amp;')}"` : '';
  const text = `<!doctype html>
<html lang="${language}" data-hash="${files.hash}"${isDemo ? ' data-demo' : ''}${asked}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>e-akimat</title>
${asked && `<script>${files.early}</script>`}
<link rel="icon" href="${ICON}">
<style>${files.styles}</style>
${staff === undefined ? '' : `<style id="staff-styles">${staff}</style>`}
${parts.map((name) => `<link rel="modulepreload" href="/app/${files.scripts[name]}">`).join('\n')}
</head>
<body>
<div id="app"></div>
<noscript><p lang="kk">Бұл беттерге JavaScript керек. Құжатты /documents/НӨМІР мекенжайы бойынша онсыз да тексеруге болады.</p>
<p lang="ru">Этим страницам нужен JavaScript. Документ можно проверить и без него по адресу /documents/НОМЕР.</p></noscript>
<script>${script}</script>
</body>
</html>
`;
  return {
    text,
    scripts: [...(asked ? [files.early] : []), script],
    styles: [files.styles, ...(staff === undefined ? [] : [staff])],
  };
}

/** The letter and hyphen of the logo. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%230b5563'/%3E%3Ctext x='4' y='23' font-family='sans-serif' font-weight='800' font-size='22' fill='%23fff'%3Ee%3C/text%3E%3Crect x='18' y='14' width='10' height='5' fill='%23f2b632'/%3E%3C/svg%3E";
