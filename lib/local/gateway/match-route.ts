import type { Api, Route } from '../template/api.ts';

export interface Match {
  /** The resource that the path led to, for example `/requests/{id}`. */
  readonly resource: string;
  /** As they stood in the address, percent-encoded: API Gateway's REST APIs decode queries and not paths. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Absent when the resource has neither the method nor ANY. */
  readonly route?: Route;
}

interface Node {
  readonly children: Map<string, Node>;
  path?: string;
}

/**
 * API Gateway's rules: a literal part wins over `{name}`, that over `{name+}`, which takes the rest of the path; the
 * method itself wins over ANY. A slash at the end does not count.
 */
export function routeMatcher({ paths, routes }: Pick<Api, 'paths' | 'routes'>) {
  const root: Node = { children: new Map() };
  for (const path of paths) {
    const node = split(path).reduce((at, part) => {
      const next = at.children.get(part) ?? { children: new Map<string, Node>() };
      at.children.set(part, next);
      return next;
    }, root);
    node.path = path;
  }
  const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));

  return (method: string, path: string): Match | undefined => {
    const found = walk(root, split(path), {});
    if (!found) return undefined;
    const route = byKey.get(`${method} ${found.resource}`) ?? byKey.get(`ANY ${found.resource}`);
    return { ...found, ...(route && { route }) };
  };
}

const split = (path: string) => path.split('/').filter((part, i, all) => part !== '' || (i > 0 && i < all.length - 1));

function walk(node: Node, parts: readonly string[], parameters: Readonly<Record<string, string>>): Match | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return node.path === undefined ? undefined : { resource: node.path, parameters };
  const literal = node.children.get(part);
  const direct = literal && walk(literal, rest, parameters);
  if (direct) return direct;
  for (const [name, child] of node.children) {
    const [, parameter, greedy] = /^\{(\w+)(\+?)\}$/.exec(name) ?? [];
    if (parameter === undefined || greedy !== '' || part === '') continue;
    const found = walk(child, rest, { ...parameters, [parameter]: part });
    if (found) return found;
  }
  for (const [name, child] of node.children) {
    const [, parameter] = /^\{(\w+)\+\}$/.exec(name) ?? [];
    if (parameter === undefined || child.path === undefined) continue;
    return { resource: child.path, parameters: { ...parameters, [parameter]: parts.join('/') } };
  }
  return undefined;
}
