import type { Request } from 'express';
import { PAGE_STYLE } from './page-style.ts';

export type Language = 'zh' | 'en';

export type Page = {
  language: Language;
  title: string;
  /** What the link to the page in the other language is called. */
  otherLanguage: string;
  nonce: string;
  /** Beside what all pages have. */
  style: string;
  main: string;
  script?: string;
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text of somebody else's, never taken for markup. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** `?lang=` wins, then what the browser prefers; Chinese where it says nothing. */
export const languageOf = (request: Request): Language => {
  if (request.query.lang === 'en' || request.query.lang === 'zh') return request.query.lang;
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
};

/**
 * The headers of a page that takes nothing from elsewhere.
 * @param directives of the content policy, beside the style's: what the page needs more
 */
export const pageHeaders = (nonce: string, directives: readonly string[]) => ({
  'content-security-policy': [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    ...directives,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
});

/** A simulator's page: one narrow column with a link to the other language. `main` is markup already. */
export function htmlPage({ language, title, otherLanguage, nonce, style, main, script }: Page): string {
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${PAGE_STYLE}${style}</style>
</head>
<body>
<header><h1>${title}</h1><a href="?lang=${other}" lang="${other}">${otherLanguage}</a></header>
<main>
${main}
</main>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>\n`}</body>
</html>
`;
}
