import type { ContentType } from './purpose.ts';

/** What a child process is asked to make. */
export type Job = { bytes: Buffer; type: ContentType; width: number; height: number; widths: readonly number[] };

/** One width of the picture, as WebP. */
export type Made = { name: string; width: number; height: number; bytes: Buffer };

/** The child's answer; `unfit` in words for whoever brought the file. */
export type Answer = { sizes: Made[] } | { unfit: string };
