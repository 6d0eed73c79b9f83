/** The import statements of a module's source, without what it does with them. */
export const importsOf = (source: string): string => source.match(/^import\s[^;]*;/gm)?.join('\n') ?? '';
