import { describe, expect, it } from '@jest/globals';
import { listenOn } from '../../../../lib/local/engines/listen-on.ts';

type Interfaces = NonNullable<Parameters<typeof listenOn>[1]>;
const bridge = { docker0: [{ address: '172.17.0.1' }] } as unknown as Interfaces;

describe('the address for containers', () => {
  it("is only the bridge's if this machine has it", () => {
    expect(listenOn('172.17.0.1', bridge)).toBe('172.17.0.1');
  });

  it('is loopback if the name is forwarded there', () => {
    expect(listenOn('host.docker.internal', bridge)).toBe('127.0.0.1');
  });
});
