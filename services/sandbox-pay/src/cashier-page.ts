import { escapeHtml, htmlPage, type Language } from '@social/sandbox/page';
import { CASHIER_SCRIPT, CASHIER_STYLE } from './cashier-assets.ts';
import { type Charge, stateAt } from './domain.ts';

export type View = { now: Date; language: Language; nonce: string };

const TEXTS = {
  zh: {
    title: '沙箱收银台',
    notice: '模拟支付，不会产生真实扣款',
    timeLeft: '剩余支付时间',
    pay: '确认支付',
    fail: '模拟支付失败',
    cancel: '暂不支付',
    back: '返回商家',
    captured: '支付成功',
    capturedHint: '商家会收到支付通知，可以关闭此页面。',
    expired: '已超过支付时间',
    expiredHint: '此订单不能再支付，没有扣款。',
    declined: '支付失败，请重试',
    cancelled: '已取消支付，订单仍可支付',
    number: '交易号',
    description: '商品',
    misbehave: '开发者：让通知出错',
    delaySeconds: '通知延迟（秒）',
    duplicates: '重复通知（次）',
    failFirst: '前几次通知失败（次）',
    drop: '不发送通知',
    other: 'English',
  },
  en: {
    title: 'Sandbox cashier',
    notice: 'A simulated payment: no real money moves',
    timeLeft: 'Time left to pay',
    pay: 'Pay now',
    fail: 'Let the payment fail',
    cancel: 'Not now',
    back: 'Back to the shop',
    captured: 'Paid',
    capturedHint: 'The shop is being notified. You may close this page.',
    expired: 'The time to pay is over',
    expiredHint: 'This order cannot be paid any more. Nothing was charged.',
    declined: 'The payment failed, please try again',
    cancelled: 'You left without paying; the order can still be paid',
    number: 'Payment no.',
    description: 'For',
    misbehave: 'For developers: make the notification misbehave',
    delaySeconds: 'Delay it (seconds)',
    duplicates: 'Send it again (times)',
    failFirst: 'Let the first attempts fail (times)',
    drop: 'Never send it',
    other: '中文',
  },
} as const;

type Texts = (typeof TEXTS)[Language];

/** An amount of minor units as the currency writes it, e.g. 1999 fen → ¥19.99. */
export function displayAmount(minorUnits: number, currency: string, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minorUnits / 10 ** digits);
}

const numberField = (name: string, label: string, max: number): string =>
  `<label><span>${label}</span><input type="number" inputmode="numeric" name="${name}" value="0" min="0" max="${max}"></label>`;

const misbehavePanel = (texts: Texts): string => `
<details><summary>${texts.misbehave}</summary>
${numberField('delaySeconds', texts.delaySeconds, 3600)}
${numberField('duplicates', texts.duplicates, 20)}
${numberField('failFirst', texts.failFirst, 20)}
<label><span>${texts.drop}</span><input type="checkbox" name="drop"></label>
</details>`;

const backLink = (charge: Charge, texts: Texts): string =>
  charge.return_url ? `<a class="button quiet" href="${escapeHtml(charge.return_url)}">${texts.back}</a>` : '';

function openPart(charge: Charge, texts: Texts, { now, language }: View): string {
  const left = Math.max(0, charge.expires_at.getTime() - now.getTime());
  const action = (path: string) => `/cashier/${charge._id}/${path}?lang=${language}`;
  const note = charge.last_attempt ? `<p class="note" role="alert">${texts[charge.last_attempt]}</p>` : '';
  return `${note}
<p class="countdown">${texts.timeLeft} <b id="left" data-ms="${left}" role="timer"></b></p>
<form method="post" action="${action('pay')}">
<button class="button" id="pay">${texts.pay}</button>
<button class="button quiet" formaction="${action('fail')}">${texts.fail}</button>
<button class="button quiet" formaction="${action('cancel')}">${texts.cancel}</button>
${misbehavePanel(texts)}
</form>
${charge.last_attempt === 'cancelled' ? backLink(charge, texts) : ''}`;
}

function donePart(charge: Charge, texts: Texts, state: 'captured' | 'expired'): string {
  const hint = state === 'captured' ? texts.capturedHint : texts.expiredHint;
  return `<p class="done ${state}" role="status"><b>${texts[state]}</b><br>${hint}</p>${backLink(charge, texts)}`;
}

/** The cashier of one charge: nothing from elsewhere, every text of the merchant's escaped. */
export function cashierPage(charge: Charge, view: View): string {
  const { language, nonce, now } = view;
  const texts = TEXTS[language];
  const state = stateAt(charge, now);
  const main = `<p class="notice">${texts.notice}</p>
<p class="amount">${displayAmount(charge.amount, charge.currency, language)}</p>
<dl>
<dt>${texts.description}</dt><dd>${escapeHtml(charge.description)}</dd>
<dt>${texts.number}</dt><dd>${escapeHtml(charge.out_trade_no)}</dd>
</dl>
${state === 'open' ? openPart(charge, texts, view) : donePart(charge, texts, state)}`;
  return htmlPage({
    language,
    nonce,
    main,
    title: texts.title,
    otherLanguage: texts.other,
    style: CASHIER_STYLE,
    script: CASHIER_SCRIPT,
  });
}
