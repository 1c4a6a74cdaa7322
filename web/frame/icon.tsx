/** Lines of one width in a square of 20; a word beside each icon says the same. */
const shapes = {
  info: 'M10 9v5M10 6v.01M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  tick: 'M4 10.5l4 4L16 6',
  warn: 'M10 3 2 17h16zM10 8v4M10 14.5v.01',
  stop: 'M10 6v5M10 14v.01M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  cross: 'M5 5l10 10M15 5 5 15',
  ask: 'M7.5 8a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M10 14.5v.01M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  clock: 'M10 5v5l3 2M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  pen: 'M4 16l1-4 8-8 3 3-8 8zM3 18h14',
  key: 'M7 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM10 9l6-6M13 6l3 3',
  down: 'M10 3v10M6 9l4 4 4-4M4 17h12',
  up: 'M10 14V4M6 8l4-4 4 4M4 17h12',
  file: 'M5 2h7l4 4v12H5zM12 2v4h4M8 10h5M8 14h5',
  camera: 'M3 6h3l1-2h6l1 2h3v10H3zM10 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  next: 'M4 10h12M11 5l5 5-5 5',
  print: 'M6 7V3h8v4M6 15H3V8h14v7h-3M6 12h8v5H6z',
} as const;
export type IconName = keyof typeof shapes;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={shapes[name]} />
  </svg>
);
