/** Style of the cashier, beside what all pages have. */
export const CASHIER_STYLE = `
.amount { margin: 1rem 0 .5rem; text-align: center; font-size: 2.75rem; font-weight: 700;
  font-variant-numeric: tabular-nums; }
.countdown { text-align: center; color: var(--soft); font-size: .875rem; }
.countdown b { color: var(--ink); font-variant-numeric: tabular-nums; }
.button { display: block; width: 100%; min-height: 3rem; margin-top: .75rem; padding: .75rem; border: 0;
  border-radius: .75rem; background: var(--accent); color: #fff; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; }
.button.quiet { background: none; border: 1px solid var(--line); color: var(--ink); font-weight: 400; }
.button:disabled { opacity: .5; cursor: default; }
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
export const CASHIER_SCRIPT = `
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
