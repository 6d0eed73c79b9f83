/** What is proved, in its order. */
import { scaleOutAndIn } from './autoscaling.ts';
import { raiseAndLower } from './campaigning.ts';
import { drainZone } from './drain.ts';
import { refuseEviction } from './eviction.ts';
import { hooksRan } from './hooks.ts';
import { installAll } from './install.ts';
import { uninstallAll } from './leftovers.ts';
import { createNamespace, refusePrivilegedPod } from './namespace.ts';
import { acceptPolicies } from './policies.ts';
import { validateProfiles } from './profiles.ts';
import { test } from './release.ts';
import { breakAndRollBack, rollOut } from './rollout.ts';
import type { Settings } from './settings.ts';
import type { Step } from './trial.ts';
import { BROKEN, CHANGED, campaignValues, laidOver, planValues, TRIAL, type Values } from './values.ts';

const beginning: Step[] = [{ title: 'a namespace that admits restricted pods only', run: createNamespace }];

/** The release with `values`, its times measured. */
const measured = (values: Values): Step[] => [
  { title: 'installed', figure: 'install', run: (trial) => installAll(trial, values) },
  { title: 'upgraded, every pod anew', figure: 'upgrade', run: (trial) => rollOut(trial, laidOver(values, CHANGED)) },
];

const ending: Step[] = [
  { title: 'a zone drained, the budgets holding', figure: 'drain a zone', run: drainZone },
  { title: 'uninstalled, nothing left', run: uninstallAll },
];

/** What is there after the upgrade; over it a bad one, and a campaign of 20,000 joins a second. */
const UPGRADED = laidOver(TRIAL, CHANGED);
const BAD = laidOver(UPGRADED, BROKEN);
const CAMPAIGN = laidOver(UPGRADED, campaignValues(20_000));

const proof: Step[] = [
  ...beginning,
  { title: 'every profile accepted by the server', run: validateProfiles },
  { title: 'a privileged pod refused', run: refusePrivilegedPod },
  ...measured(TRIAL),
  { title: 'hook Jobs ran', run: hooksRan },
  { title: 'helm test', run: async (trial) => [`${await test(trial)} tests succeeded`] },
  { title: 'NetworkPolicies accepted', run: acceptPolicies },
  { title: 'a bad upgrade fails and is rolled back', run: (trial) => breakAndRollBack(trial, BAD) },
  { title: 'scaled out and in', run: scaleOutAndIn },
  { title: 'a campaign raised and lowered', run: (trial) => raiseAndLower(trial, CAMPAIGN) },
  { title: 'an eviction refused by its budget', run: refuseEviction },
  ...ending,
];

const atScale = (joinsPerSecond: number): Step[] => [...beginning, ...measured(planValues(joinsPerSecond)), ...ending];

export const stepsOf = ({ scale, joinsPerSecond }: Settings): Step[] => (scale > 0 ? atScale(joinsPerSecond) : proof);
