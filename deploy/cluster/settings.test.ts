import { describe, expect, it } from 'vitest';
import { settingsFrom } from './settings.ts';

const CLUSTER = { KUBECONFIG: '/kube/trial' };

describe('what the proof on a cluster is told', () => {
  it('takes no cluster that was not named', () => {
    expect(() => settingsFrom({})).toThrow('KUBECONFIG names no cluster. Say which one');
    expect(() => settingsFrom({ KUBECONFIG: ' ' })).toThrow('KUBECONFIG names no cluster');
  });

  it('needs nothing but the cluster', () => {
    expect(settingsFrom(CLUSTER)).toMatchObject({
      kubectl: ['kubectl'],
      namespace: 'social-commerce-trial',
      profile: undefined,
      scale: 0,
      keep: false,
      drain: false,
    });
  });

  it('takes a kubectl that is another command’s argument', () => {
    expect(settingsFrom({ ...CLUSTER, KUBECTL: '/lab/bin/k8slab kubectl' }).kubectl).toEqual([
      '/lab/bin/k8slab',
      'kubectl',
    ]);
  });

  it('refuses what is no number, no name and no decision', () => {
    expect(() => settingsFrom({ ...CLUSTER, SCALE: 'many' })).toThrow('SCALE is a whole number from 1 to 5000');
    expect(() => settingsFrom({ ...CLUSTER, SCALE: '300.5' })).toThrow('not 300.5');
    expect(() => settingsFrom({ ...CLUSTER, TRIAL_NAMESPACE: 'Trial One' })).toThrow('small letters');
    expect(() => settingsFrom({ ...CLUSTER, KEEP: 'maybe' })).toThrow('KEEP is yes or no, not maybe');
  });
});
