/** What a cluster's Secrets hold, by the names that charts/social-commerce gives them (`global.secrets`). Pure. */
import type { SystemSecrets } from '../local/system.ts';

/** Variables of each Secret that we can make: whoever has the Secret has all of them. */
const MADE: Record<string, Record<string, keyof SystemSecrets>> = {
  internal: { INTERNAL_TOKEN_KEY: 'internalTokenKey' },
  identity: {
    IDENTITY_ENCRYPTION_KEYS: 'identityEncryptionKeys',
    IDENTITY_BLIND_INDEX_KEY: 'identityBlindIndexKey',
    IDENTITY_SIGNING_KEYS: 'identitySigningKeys',
  },
  operator: { BOOTSTRAP_OPERATOR_PASSWORD: 'operatorPassword' },
  orders: { ORDERS_ENCRYPTION_KEYS: 'ordersEncryptionKeys' },
  'sandbox-pay': { SANDBOX_PAY_SECRET: 'sandboxPaySecret' },
  'sandbox-carrier': { SANDBOX_CARRIER_SECRET: 'sandboxCarrierSecret' },
};

/** The name in `global.secrets` → its variables with their values. */
export type SecretValues = Record<string, Record<string, string>>;

/** Fresh keys as the Secrets hold them. */
export function madeSecrets(secrets: SystemSecrets): SecretValues {
  const entries = Object.entries(MADE).map(([name, variables]) => [
    name,
    Object.fromEntries(Object.entries(variables).map(([variable, key]) => [variable, secrets[key]])),
  ]);
  return Object.fromEntries(entries);
}

/** The Secrets as a list that `kubectl create -f -` takes; `create` refuses what is there already. */
export function secretManifests(release: string, values: SecretValues) {
  const items = Object.entries(values).map(([name, stringData]) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `${release}-${name}`, labels: { 'app.kubernetes.io/part-of': 'social-commerce' } },
    type: 'Opaque',
    stringData,
  }));
  return { apiVersion: 'v1', kind: 'List', items };
}

/** Of `wanted` what a Secret with these keys lacks: a key that is there stays for ever. */
export function missingKeys(present: Record<string, string>, wanted: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => !present[key]));
}
