/** The table of functions with a row for the verb at the end of its area; undefined if there is no such area. */
export function insertRow(table: string, area: string, verb: string): string | undefined {
  const at = table.indexOf(`\n  ${area}: {\n`, table.indexOf('export const functions = {'));
  if (at < 0) return undefined;
  const end = table.indexOf('\n  },\n', at);
  return `${table.slice(0, end)}\n    '${verb}': row(512, 10, ['journal:write']),${table.slice(end)}`;
}

/** The access rules with one for the route, only for administrators; undefined if the route has one. */
export function insertRule(rules: string, route: string): string | undefined {
  if (rules.includes(`'${route}':`)) return undefined;
  const end = rules.indexOf('\n}', rules.indexOf('export const accessRules = {'));
  return `${rules.slice(0, end)}\n  '${route}': ['administrator'],${rules.slice(end)}`;
}

/** The rules of the access journal with one for the route: an act, until somebody writes what else it is. */
export function insertLook(rules: string, route: string): string {
  const end = rules.indexOf('\n}', rules.indexOf('export const journalRules = {'));
  return `${rules.slice(0, end)}\n  '${route}': 'act',${rules.slice(end)}`;
}
