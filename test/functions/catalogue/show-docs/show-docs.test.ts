import { expect, it } from '@jest/globals';
import { Description, renderDocs } from '../../../../functions/catalogue/show-docs/render-docs.ts';
import { showDocs } from '../../../../functions/catalogue/show-docs/show-docs.ts';
import openapi from '../../../../lib/adapters/http/openapi.json' with { type: 'json' };

const description = Description.parse(openapi);
const page = renderDocs(description);

it('every route and every named schema has a place on the page, and every link on it leads there', () => {
  const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  const routes = Object.values(description.paths).flatMap((methods) => Object.keys(methods));
  const schemas = Object.keys(description.components.schemas);
  expect(places.size).toBe(routes.length + schemas.length);
  expect(links.filter((link) => !places.has(link))).toEqual([]);
});

it("the description's content is text on the page, never markup", () => {
  const info = { title: '<b>e-akimat</b>', description: 'a & b' };
  expect(renderDocs({ ...description, info })).toContain('<h1>&lt;b&gt;e-akimat&lt;/b&gt; API</h1><p>a &amp; b</p>');
});

it('the page runs no scripts and loads nothing from elsewhere', () => {
  const { text, headers } = showDocs(page);
  expect(text).toBe(page);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
  expect(headers?.['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'");
  expect(page).not.toMatch(/<script|<img|https?:\/\/[^"]*"[^>]*rel=/);
});
