import { escapeHtml, htmlPage, type Language } from '@social/sandbox/page';
import type { Parcel, Scan } from './domain.ts';

export type View = { language: Language; nonce: string };

const TEXTS = {
  zh: {
    title: '沙箱快递',
    notice: '模拟快递，没有真实包裹',
    number: '运单号',
    destination: '寄往',
    pieces: '件数',
    scans: '物流轨迹',
    other: 'English',
    booked: '已下单',
    'picked-up': '已揽收',
    'in-transit': '运输中',
    'out-for-delivery': '派送中',
    delivered: '已签收',
    returned: '已退回',
  },
  en: {
    title: 'Sandbox carrier',
    notice: 'A simulated carrier: no real parcel moves',
    number: 'Tracking number',
    destination: 'Going to',
    pieces: 'Pieces',
    scans: 'Where it has been',
    other: '中文',
    booked: 'Booked',
    'picked-up': 'Picked up',
    'in-transit': 'In transit',
    'out-for-delivery': 'Out for delivery',
    delivered: 'Delivered',
    returned: 'Returned to sender',
  },
} as const;

type Texts = (typeof TEXTS)[Language];

const STYLE = `
.state { margin: 1rem 0; text-align: center; font-size: 1.75rem; font-weight: 700; color: var(--accent); }
.state.returned { color: var(--warn); }
h2 { margin: 1.5rem 0 .75rem; font-size: .875rem; font-weight: 600; }
ol { margin: 0; padding: 0 0 0 1.125rem; list-style: none; border-left: 2px solid var(--line); }
li { position: relative; padding: 0 0 1rem; font-size: .875rem; }
li:last-child { padding-bottom: 0; }
li::before { content: ""; position: absolute; left: -1.5rem; top: .375rem; width: .625rem; height: .625rem;
  border-radius: 50%; background: var(--line); }
li:first-child::before { background: var(--accent); }
li b, li span, li time { display: block; }
li span, li time { color: var(--soft); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
`;

/** Times of a parcel in China are China's, whoever looks. */
const clockOf = (language: Language) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  });

const scanItem = ({ state, at, place }: Scan, texts: Texts, clock: Intl.DateTimeFormat): string =>
  `<li><b>${texts[state]}</b><span>${escapeHtml(place)}</span>` +
  `<time datetime="${at.toISOString()}">${clock.format(at)}</time></li>`;

/** A parcel for everybody's eyes: its scans, the latest first, and no more of its address than the district. */
export function trackingPage({ _id, state, to, pieces, scans }: Parcel, { language, nonce }: View): string {
  const texts = TEXTS[language];
  const clock = clockOf(language);
  const destination = [to.province, to.city, to.district].join(' ');
  const main = `<p class="notice">${texts.notice}</p>
<p class="state ${state}" role="status">${texts[state]}</p>
<dl>
<dt>${texts.number}</dt><dd>${escapeHtml(_id)}</dd>
<dt>${texts.destination}</dt><dd>${escapeHtml(destination)}</dd>
<dt>${texts.pieces}</dt><dd>${pieces}</dd>
</dl>
<h2>${texts.scans}</h2>
<ol>
${scans
  .toReversed()
  .map((scan) => scanItem(scan, texts, clock))
  .join('\n')}
</ol>`;
  return htmlPage({ language, nonce, main, title: texts.title, otherLanguage: texts.other, style: STYLE });
}
