import type { ComponentType } from 'preact';
import type { PageProps } from './app.tsx';

/** esbuild makes a script of its own for each file in web/pages that this may mean. */
export async function loadPage(page: string): Promise<ComponentType<PageProps>> {
  const module = (await import(`../pages/${page}.tsx`)) as { default: ComponentType<PageProps> };
  return module.default;
}
