/** Style of the cashier: one narrow column, made for a phone held in one hand, dark where the phone is. */
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
.amount { margin: 1rem 0 .5rem; text-align: center; font-size: 2.75rem; font-weight: 700;
  font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1rem 0; padding: .75rem 0;
  border-block: 1px solid var(--line); font-size: .875rem; }
dt { color: var(--soft); }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
.countdown { text-align: center; color: var(--soft); font-size: .875rem; }
.countdown b { color: var(--ink); font-variant-numeric: tabular-nums; }
.button { display: block; width: 100%; min-height: 3rem; margin-top: .75rem; padding: .75rem; border: 0;
  border-radius: .75rem; background: var(--accent); color: #fff; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; }
.button.quiet { background: none; border: 1px solid var(--line); color: var(--ink); font-weight: 400; }
.button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { margin: 0 0 .5rem; padding: .75rem; border-radius: .5rem; border: 1px solid var(--warn); color: var(--warn);
  text-align: center; }
.done { padding: 1rem 0; text-align: center; color: var(--soft); font-size: .875rem; }
.done b { font-size: 1.25rem; color: var(--accent); }
.done.expired b { color: var(--warn); }
details { margin-top: 1.5rem; font-size: .875rem; color: var(--soft); }
summary { cursor: pointer; padding: .5rem 0; }
details label { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: .375rem 0; }
details input[type="number"] { width: 6rem; padding: .375rem .5rem; border: 1px solid var(--line);
  border-radius: .5rem; background: var(--ground); color: var(--ink); font: inherit; text-align: right; }
details input[type="checkbox"] { width: 1.25rem; height: 1.25rem; }
`;

/** Counts down by the provider's clock, not the phone's, and shows the end when it comes. */
export const PAGE_SCRIPT = `
const left = document.getElementById('left');
if (left) {
  const end = performance.now() + Number(left.dataset.ms);
  const two = (n) => String(n).padStart(2, '0');
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    const hours = Math.floor(seconds / 3600);
    left.textContent = (hours ? hours + ':' : '') + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
    if (seconds === 0) location.reload();
    else setTimeout(tick, 500);
  };
  tick();
  document.querySelector('form').addEventListener('submit', () => {
    setTimeout(() => { for (const button of document.querySelectorAll('button')) button.disabled = true; });
  });
}
`;
