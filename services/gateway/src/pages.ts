import { hash } from 'node:crypto';

/** Which page: its URL as asked for, its route, and the tags that name what drops it. */
export type PageOf = { url: string; name: string; tags: string[] };
/** `etag`: a strong one, of the bytes (RFC 9110, 8.8.3). */
export type Page = PageOf & { body: Buffer; etag: string; expiresAt: number };

/** Whether If-None-Match names the page, by the weak comparison that RFC 9110, 13.1.2 asks for. */
export const hasAlready = (given: string | undefined, etag: string): boolean =>
  given !== undefined &&
  (given === etag || given.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim())));

export type Pages = {
  /** A page that may be served at `now` (ms), or nothing. */
  peek: (url: string, now: number) => Page | undefined;
  /** The page, made once however many ask for it at the same time; a failure is kept by nobody. */
  get: (of: PageOf, now: () => number, load: () => Promise<Buffer>) => Promise<Page>;
  /** Drops every page with one of the tags; one being made now is given to those who wait but not kept. */
  drop: (tags: string[]) => void;
  clear: () => void;
};

type Flight = { page: Promise<Page>; tags: string[] };

/** Ready answers by URL. The oldest goes when there are more than `max`; after `ttlMs` a page is made anew. */
export function createPages({ ttlMs, max }: { ttlMs: number; max: number }): Pages {
  const pages = new Map<string, Page>();
  const flights = new Map<string, Flight>();
  const urlsByTag = new Map<string, Set<string>>();

  const remove = (url: string) => {
    for (const tag of pages.get(url)?.tags ?? []) {
      const urls = urlsByTag.get(tag);
      urls?.delete(url);
      if (urls?.size === 0) urlsByTag.delete(tag);
    }
    pages.delete(url);
  };
  const keep = (page: Page) => {
    const { url } = page;
    remove(url);
    const oldest = pages.size >= max ? pages.keys().next().value : undefined;
    if (oldest !== undefined) remove(oldest);
    pages.set(url, page);
    for (const tag of page.tags) {
      const urls = urlsByTag.get(tag) ?? new Set();
      urlsByTag.set(tag, urls.add(url));
    }
  };
  const peek = (url: string, now: number) => {
    const page = pages.get(url);
    return page && page.expiresAt > now ? page : undefined;
  };
  const start = (of: PageOf, now: () => number, load: () => Promise<Buffer>): Promise<Page> => {
    const { url, tags } = of;
    const page = load()
      .then((body) => {
        const etag = `"${hash('sha1', body, 'base64url')}"`;
        const made = { ...of, body, etag, expiresAt: now() + ttlMs };
        if (flights.get(url)?.page === page) keep(made);
        return made;
      })
      .finally(() => {
        if (flights.get(url)?.page === page) flights.delete(url);
      });
    flights.set(url, { page, tags });
    return page;
  };

  return {
    peek,
    get: async (of, now, load) => peek(of.url, now()) ?? flights.get(of.url)?.page ?? start(of, now, load),
    drop: (tags) => {
      for (const tag of tags) for (const url of [...(urlsByTag.get(tag) ?? [])]) remove(url);
      for (const [url, flight] of flights) if (flight.tags.some((tag) => tags.includes(tag))) flights.delete(url);
    },
    clear: () => {
      pages.clear();
      urlsByTag.clear();
      flights.clear();
    },
  };
}
