import type { Route } from '../template/api.ts';

export interface Match {
  readonly route: Route;
  /** As they were in the address, percent-encoded: API Gateway's REST APIs decode queries but not paths. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface Node {
  readonly children: Map<string, Node>;
  /** By method. */
  readonly routes: Map<string, Route>;
}

const newNode = (): Node => ({ children: new Map(), routes: new Map() });

/**
 * API Gateway's rules. A literal part wins over `{name}`, and that over `{name+}`, which takes the rest of the path;
 * the method itself wins over ANY. Path and method are matched together: a resource without the method leaves the
 * request to the next match. A slash at the end is ignored.
 */
export function routeMatcher(routes: readonly Route[]) {
  const root = newNode();
  for (const route of routes) {
    const node = split(route.path).reduce((at, part) => {
      const next = at.children.get(part) ?? newNode();
      at.children.set(part, next);
      return next;
    }, root);
    node.routes.set(route.method, route);
  }
  return (method: string, path: string): Match | undefined =>
    walk(root, { method, parts: split(path), parameters: {} });
}

const split = (path: string) => path.split('/').filter((part, i, all) => part !== '' || (i > 0 && i < all.length - 1));

interface Way extends Pick<Match, 'parameters'> {
  readonly method: string;
  readonly parts: readonly string[];
}

function walk(node: Node, way: Way): Match | undefined {
  const { method, parameters } = way;
  const [part, ...rest] = way.parts;
  if (part === undefined) return endAt(node, method, parameters);
  const literal = node.children.get(part);
  const direct = literal && walk(literal, { ...way, parts: rest });
  if (direct) return direct;
  for (const [name, child] of node.children) {
    const [, parameter, greedy] = /^\{(\w+)(\+?)\}$/.exec(name) ?? [];
    if (parameter === undefined || greedy !== '' || part === '') continue;
    const found = walk(child, {
      method,
      parts: rest,
      parameters: { ...parameters, [parameter]: part },
    });
    if (found) return found;
  }
  for (const [name, child] of node.children) {
    const [, parameter] = /^\{(\w+)\+\}$/.exec(name) ?? [];
    if (parameter === undefined) continue;
    const found = endAt(child, method, { ...parameters, [parameter]: way.parts.join('/') });
    if (found) return found;
  }
  return undefined;
}

function endAt({ routes }: Node, method: string, parameters: Match['parameters']): Match | undefined {
  const route = routes.get(method) ?? routes.get('ANY');
  return route && { route, parameters };
}
