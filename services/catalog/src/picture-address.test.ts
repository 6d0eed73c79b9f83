import { describe, expect, it } from 'vitest';
import { isPicture } from './picture-address.ts';

describe('a picture’s address', () => {
  it.each([
    '/pictures/longjing.svg',
    '/v1/pictures/pic_0198/800',
    '/pictures/long jing.svg',
    'https://cdn.shopify.com/s/files/1/0023/products/a_b.jpg?v=1531248',
    'http://www.purefixcycles.com/a.png',
    'https://a.example/1.jpg',
    'https://a.example:8443/1.jpg#top',
    'https://图片.example/茶.jpg',
    'https://a.example./1.jpg',
    'http://8.8.8.8/a.png',
    'http://172.15.255.255/a.png',
    'http://172.32.0.1/a.png',
    'https://[2606:4700::1111]/a.png',
    'https://local.example/a.png',
    'https://a.example/?of=http://127.0.0.1/',
  ])('can be %s', (text) => expect([isPicture(text), isPicture(text)]).toEqual([true, true]));

  it.each([
    // this machine
    ...[
      'http://localhost/a',
      'http://LOCALHOST./a',
      'http://a.localhost/a',
      'http://127.0.0.1/a',
      'http://127.9.9.9/a',
    ],
    ...['http://0.0.0.0/a', 'http://0/a', 'http://[::1]/a', 'http://[::]/a', 'http://[0:0:0:0:0:0:0:1]:7080/a'],
    // private networks, and what clouds tell their machines of themselves
    ...['http://10.1.2.3/a', 'http://172.16.0.1/a', 'http://172.31.255.255/a', 'http://192.168.1.1/a'],
    ...['http://169.254.169.254/latest/meta-data/', 'http://100.100.100.200/a', 'http://192.0.0.192/a'],
    ...['http://[fd00:ec2::254]/a', 'http://[fe80::1]/a', 'http://[fc00::1]/a', 'http://[fec0::1]/a'],
    // neither here nor there
    ...['http://224.0.0.1/a', 'http://255.255.255.255/a', 'http://198.18.0.1/a', 'http://203.0.113.9/a'],
    ...['http://[ff02::1]/a', 'http://[2001:db8::1]/a', 'http://[100::1]/a'],
    // the same, written otherwise
    ...['http://2130706433/a', 'http://0x7f000001/a', 'http://0x7f.1/a', 'http://0177.0.0.1/a', 'http://127.1/a'],
    ...['http://３.example@127.0.0.1/a', 'http://①②⑦.0.0.1/a', 'http://127。0。0。1/a', 'http://127.0.0.1./a'],
    ...['http://%31%32%37.0.0.1/a', 'http://2852039166/a', 'http://0xa9fea9fe/a', 'http://0251.0376.0251.0376/a'],
    // IPv4 within IPv6
    ...['http://[::ffff:127.0.0.1]/a', 'http://[::ffff:7f00:1]/a', 'http://[::127.0.0.1]/a'],
    ...['http://[64:ff9b::10.0.0.1]/a', 'http://[2002:7f00:1::]/a', 'http://[2001:0:7f00:1::]/a'],
    // names of an inner network
    ...['http://mongo/a', 'http://catalog:7102/a', 'http://metadata.google.internal/a', 'http://printer.local/a'],
    ...[
      'http://catalog.shop.svc.cluster.local/a',
      'http://nas.lan/a',
      'http://wiki.corp/a',
      'http://1.0.0.127.in-addr.arpa/a',
    ],
    // credentials
    ...['http://user:pass@a.example/a', 'http://user@a.example/a', 'http://:pass@a.example/a'],
    // another scheme, or none
    ...[
      'javascript:alert(1)',
      'data:image/png;base64,AA',
      'ftp://a.example/a',
      'file:///etc/passwd',
      'gopher://a.example/',
    ],
    ...['a.jpg', '', ' ', 'https://', 'http:///a', 'https:a.example/a', 'http://a..example/a'],
    // another host in disguise
    ...[
      '//a.example/1.jpg',
      '/\\a.example/1.jpg',
      '\\\\a.example\\1.jpg',
      '/\t/a.example/1.jpg',
      '/\n/a.example/1.jpg',
    ],
    ...['http:\\\\127.0.0.1/a', 'http://a.example\\@127.0.0.1/a', 'https://a.example/a b.jpg', 'https://a.example/\n'],
    `https://a.example/${'a'.repeat(2000)}`,
  ])('cannot be %j', (text) => expect([isPicture(text), isPicture(text)]).toEqual([false, false]));
});
