/** The texts of the actions in a diagram, in its order: each node of the picture has its whole text as its title. */
export const readSteps = (svg: string): readonly string[] => [
  ...new Set([...svg.matchAll(/<title>([^<]+)<\/title>/g)].map(([, title = '']) => unescape(title))),
];

const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescape = (text: string) => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => letters[name] ?? '');
