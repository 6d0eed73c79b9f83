import { describe, expect, it } from 'vitest';
import { ownPicturesIn } from './attached-pictures.ts';

describe('the platform’s own pictures', () => {
  it('are found wherever a text leads to one, each once', () => {
    const texts = [
      '/v1/pictures/pic_0198-a/800',
      'https://shop.example.com/v1/pictures/pic_0198-b/200',
      '<p>Tea</p><img src="/v1/pictures/pic_0198-c/1600"><img src="/v1/pictures/pic_0198-a/200">',
    ];
    expect(ownPicturesIn(texts)).toEqual(['pic_0198-a', 'pic_0198-b', 'pic_0198-c']);
  });

  it('are none of others’', () => {
    expect(ownPicturesIn(['/pictures/longjing.svg', 'https://cdn.example.com/pic_1/a.jpg', ''])).toEqual([]);
  });
});
