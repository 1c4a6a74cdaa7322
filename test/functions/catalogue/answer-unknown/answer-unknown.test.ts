import { describe, expect, it } from '@jest/globals';
import { methodsOf } from '../../../../functions/catalogue/answer-unknown/answer-unknown.ts';

describe('an address that no route matches', () => {
  it('is unknown when no route has the path', () => {
    expect(methodsOf('/nothing/here')).toEqual({ refused: 'route/unknown' });
    expect(methodsOf('/requests/1/2/3/4')).toEqual({ refused: 'route/unknown' });
  });

  it('names the methods that the path has', () => {
    expect(methodsOf('/requests')).toEqual(['POST', 'GET', 'OPTIONS']);
    // HEAD is answered, too, where everybody may read.
    expect(methodsOf('/services')).toEqual(['GET', 'HEAD', 'OPTIONS']);
    expect(methodsOf('/work/01KAH7M0000000000000000000/claim')).toEqual(['PUT', 'DELETE', 'OPTIONS']);
  });
});
