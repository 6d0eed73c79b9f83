import type { IncomingHttpHeaders } from 'node:http';

/** Headers of an outside party's notification; ours and the proxies' own say nothing to whoever verifies it. */
export const headersFor = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] => {
      const theirs = name.startsWith('x-') || name.startsWith('wechatpay-') || name === 'content-type';
      return theirs && typeof value === 'string' ? [[name, value]] : [];
    }),
  );
