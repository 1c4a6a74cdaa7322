import { describe, expect, it } from '@jest/globals';
import { listenOn } from '../../../../lib/local/engines/listen-on.ts';

type Interfaces = NonNullable<Parameters<typeof listenOn>[1]>;
const bridge = { docker0: [{ address: '172.17.0.1' }] } as unknown as Interfaces;

describe('what containers ask of this machine', () => {
  it('listens on the bridge alone where this machine has its address', () => {
    expect(listenOn('172.17.0.1', bridge)).toBe('172.17.0.1');
  });

  it('listens on loopback where the name is carried there', () => {
    expect(listenOn('host.docker.internal', bridge)).toBe('127.0.0.1');
  });
});
