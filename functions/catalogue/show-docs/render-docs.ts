import * as z from 'zod';
import type { Contract } from '../../../lib/adapters/http/contract.ts';
import { escapeHtml } from '../../../lib/domain/language/html.ts';

const Schema = z.looseObject({});
const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional(), examples: Schema.optional() }));
const Operation = z.object({
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: Schema }))
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content.optional() })),
  'x-roles': z.array(z.string()).optional(),
});
type Operation = z.infer<typeof Operation>;

/** The parts of openapi.json that the page shows. */
export const Description = z.object({
  info: z.object({ title: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
type Description = z.infer<typeof Description>;

/** openapi.json as one page: operations by tag, then the named schemas. No scripts, no other origins. */
export function renderDocs({ info, paths, components }: Description): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
  );
  const known = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '');
  const tags = tagOrder.flatMap((tag) => (known.has(tag) ? [[tag, known.get(tag) ?? []] as const] : []));
  const contents = tags.map(
    ([tag, routes]) =>
      `<li>${text(tag)}<ul>${routes.map(({ route }) => `<li><a href="#${anchor(route)}">${text(route)}</a></li>`).join('')}</ul></li>`,
  );
  const sections = tags.map(([tag, routes]) => `<h2>${text(tag)}</h2>${routes.map(renderOperation).join('')}`);
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `<h3 id="schema-${anchor(name)}">${text(name)}</h3>${json(schema)}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(info.title)} API</title>
<style>${style}</style></head><body>
<h1>${text(info.title)} API</h1>${prose(info.description)}<p><a href="openapi.json">openapi.json</a></p>
<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>
<main>${sections.join('')}<h2>Schemas</h2>${schemas.join('')}</main></body></html>
`;
}

/** The tags in a reader's order: the services, the account, the request, the work on it. */
const tagOrder: readonly Contract['tag'][] = [
  'Catalogue',
  'Identity',
  'Requests',
  'Work',
  'Documents',
  'EDS',
  'Platform',
];

function renderOperation({ route, operation }: { readonly route: string; readonly operation: Operation }): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const roles = operation['x-roles'];
  const rows = parameters.map(
    (parameter) =>
      `<tr><td><code>${text(parameter.name)}</code>${parameter.required ? ' *' : ''}</td><td>${text(parameter.in)}</td><td>${json(parameter.schema)}</td></tr>`,
  );
  const answers = Object.entries(responses).map(
    ([status, { description: meaning, content }]) =>
      `<tr><td>${text(status)}</td><td>${prose(meaning)}${Number(status) < 300 ? bodies(content) : ''}</td></tr>`,
  );
  return `<section id="${anchor(route)}"><h3><code>${text(route)}</code></h3><p>${text(summary)}</p>
${description ? prose(description) : ''}<p class="who">${roles ? `Signed in as ${text(roles.join(', '))}` : 'Open to everybody'}</p>
${rows.length > 0 ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Form</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : ''}
${requestBody ? `<h4>Body</h4>${bodies(requestBody.content)}` : ''}
<table><thead><tr><th>Status</th><th>Answer</th></tr></thead><tbody>${answers.join('')}</tbody></table></section>`;
}

const bodies = (content: z.infer<typeof Content> | undefined): string =>
  Object.values(content ?? {})
    .map(
      ({ schema, examples }) => `${schema ? json(schema) : ''}${examples ? `<h4>Examples</h4>${json(examples)}` : ''}`,
    )
    .join('');

const text = (value: string) => escapeHtml(value);
const prose = (value: string) =>
  value
    .split('\n\n')
    .map((paragraph) => `<p>${text(paragraph).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('');
const anchor = (value: string) => value.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase();

/** JSON with its references as links to the schemas below. */
const json = (value: unknown) =>
  `<pre>${text(JSON.stringify(value, null, 1)).replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    (_, name: string) => `<a href="#schema-${anchor(name)}">${name}</a>`,
  )}</pre>`;

const style = `body{font:16px/1.5 sans-serif;max-width:62em;margin:0 auto;padding:1em;color:#1a1a1a}
code,pre{font:13px/1.4 monospace;background:#f3f4f6}pre{padding:.5em;overflow:auto;max-height:24em;margin:.3em 0;white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.5em 0}th,td{border:1px solid #d1d5db;padding:.3em .5em;text-align:left;vertical-align:top}
h3{margin-top:2em}.who{color:#374151;font-size:.9em}a{color:#0b57d0}nav{columns:2}nav>ul{padding-left:1em}`;
