/** Style of every simulator's page: one narrow column, made for a phone held in one hand, dark where the phone is. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d2129; --soft: #6b7280; --paper: #fff; --ground: #f3f5f8;
  --line: #e2e6ec; --accent: #0e7a5f; --warn: #b42318; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceff4; --soft: #9aa3b2; --paper: #1b2029; --ground: #11151b;
  --line: #303845; --accent: #2bb592; --warn: #ff8a7a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5;
  font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", sans-serif; }
header { display: flex; justify-content: space-between; align-items: center; max-width: 28rem; margin: 0 auto;
  padding: 1rem 1.25rem; }
h1 { font-size: 1rem; margin: 0; font-weight: 600; }
a { color: var(--accent); }
main { max-width: 28rem; margin: 0 auto; padding: 1.5rem 1.25rem 2rem; background: var(--paper);
  border: 1px solid var(--line); border-radius: 1rem; }
.notice { margin: 0; text-align: center; font-size: .8125rem; color: var(--soft); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1rem 0; padding: .75rem 0;
  border-block: 1px solid var(--line); font-size: .875rem; }
dt { color: var(--soft); }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
