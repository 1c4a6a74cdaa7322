import { useState } from 'preact/hooks';

interface Props {
  readonly url: string;
  readonly name: string;
  /** In hundredths of the width of its place. */
  readonly zoom: number;
  /** In quarters of a circle. */
  readonly turn: number;
}

/** A scan as a picture. After a quarter turn it is as wide as it was high, so its place changes its shape, too. */
export function Picture({ url, name, zoom, turn }: Props) {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  const { width = 1, height = 1 } = size ?? {};
  const isAcross = turn % 2 === 1;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={name}>
      <div
        class={size ? 'picture placed' : 'picture'}
        style={{ width: `${zoom}%`, aspectRatio: size && (isAcross ? `${height} / ${width}` : `${width} / ${height}`) }}
      >
        <img
          src={url}
          alt={name}
          style={{ width: `${isAcross ? (100 * width) / height : 100}%`, '--turn': `${turn * 90}deg` }}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setSize({ width: naturalWidth, height: naturalHeight })
          }
        />
      </div>
    </div>
  );
}
