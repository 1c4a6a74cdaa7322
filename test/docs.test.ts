import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { accessRules } from '../lib/domain/access/rules.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const exists = (pattern: string) => globSync(pattern, { cwd: root }).length > 0;

const documents = globSync('{*.md,{bin,docs,functions,lib,statemachines,test,web}/**/*.md}', {
  cwd: root,
  exclude: ['**/node_modules', 'docs/regulations'],
});
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

/** The findings of `find` in each document, as `document: finding`. */
const inDocuments = (find: (text: string, document: string) => Iterable<string>) =>
  documents.flatMap((document) => Array.from(find(read(document), document), (found) => `${document}: ${found}`));

/** Texts in backticks, outside of code blocks. */
const spans = (text: string) => [...text.replaceAll(/```.*?```/gs, '').matchAll(/`([^`]+)`/g)].map(([, span]) => span!);
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

/** A path as a glob: `<area>`, `{a,b}` and `…` stand for anything. */
const asGlob = (path: string) => path.replaceAll(/<[^>]*>|\{[^}]*\}|…/g, '*').replace(/[./]+$/, '');
const anchors = (text: string) =>
  matches(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );

/** Routes that a document names because the API refuses them. */
const refused = ['POST /services', 'GET /requests/1/nonsense'];
const routes = Object.keys(accessRules).map((route) => new RegExp(`^${route.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`));

it('every npm command that a document names is in package.json', () => {
  const named = inDocuments((text) => matches(text, /npm run (?:-s )?([a-z][a-z:-]*)/g));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((each) => scripts[each.split(': ')[1]!] === undefined)).toEqual([]);
});

it('every path that a document names exists, from the root or from the document', () => {
  const missing = inDocuments((text, document) =>
    spans(text)
      .flatMap((span) =>
        matches(span.replaceAll(/\s+/g, ' '), /(?<![\w/.:*-])((?:[a-z][\w-]*\/)(?:<[^>]*>|[\w./…*{},-])*)/g),
      )
      .filter((path) => /^(bin|docs|functions|lib|scripts|statemachines|test|web)\//.test(path))
      .map(asGlob)
      .filter((path) => !exists(path) && !exists(join(dirname(document), path))),
  );
  expect(missing).toEqual([]);
});

it('every source file that a document names without its folder exists', () => {
  const sources = new Set(
    globSync('{bin,functions,lib,statemachines,test,web}/**/*.{ts,tsx}', { cwd: root }).map((path) => basename(path)),
  );
  const named = inDocuments((text) => spans(text).filter((span) => /^[\w.-]+\.tsx?$/.test(span)));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((each) => !sources.has(each.split(': ')[1]!))).toEqual([]);
});

it('every link between documents leads to a file, and to a heading where it names one', () => {
  const broken = inDocuments((text, document) =>
    matches(text, /\]\((?!https?:|mailto:)([^)\s]+)\)/g).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? document : join(dirname(document), path);
      return !exists(target) || (anchor !== undefined && !anchors(read(target)).includes(anchor));
    }),
  );
  expect(broken).toEqual([]);
});

it('every route that a document names is a route of the API', () => {
  const named = inDocuments((text) =>
    spans(text).flatMap((span) => matches(span, /\b((?:GET|POST|PUT|DELETE|PATCH) \/[^\s`]*)/g)),
  );
  expect(named.length).toBeGreaterThan(10);
  const unknown = named.filter((each) => {
    const route = each.split(': ')[1]!;
    return !refused.includes(route) && !routes.some((known) => known.test(route));
  });
  expect(unknown).toEqual([]);
});
