import { systemClock } from '@social/runtime/clock';
import { ConfigurationFault } from '@social/runtime/config';
import type { KeyRing } from '@social/runtime/key-ring';
import type { Logger } from '@social/runtime/log';
import { CERTIFICATE } from '@social/runtime/need';
import { type MutualTls, openMutualTls } from './mutual-tls.ts';

/** What both sides of a call between services have: whom they believe, and what hides it from others. */
export type RpcSecurity = {
  /** Signs and proves who a call is for. */
  tokenKey: KeyRing;
  /** Absent: calls are not encrypted. */
  tls?: MutualTls;
  log: Logger;
};

/** The part of a service's configuration that says so; see `insideConfig` of the runtime. */
export type SecurityConfig = {
  INTERNAL_TOKEN_KEY: KeyRing;
  TLS_CERT_FILE?: string;
  TLS_KEY_FILE?: string;
  TLS_CA_FILE?: string;
  TLS_RELOAD_MS: number;
};

/** Opens what a service's calls are secured with; waits for certificates that are not there yet. */
export async function openSecurity(config: SecurityConfig, log: Logger): Promise<RpcSecurity> {
  const { INTERNAL_TOKEN_KEY: tokenKey, TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile, TLS_CA_FILE: caFile } = config;
  if (!certFile && !keyFile && !caFile) return { tokenKey, log };
  if (!certFile || !keyFile || !caFile) {
    throw new ConfigurationFault(CERTIFICATE.variable, 'set TLS_CERT_FILE, TLS_KEY_FILE and TLS_CA_FILE together');
  }

  const files = { certFile, keyFile, caFile };
  const tls = await openMutualTls({ ...files, reloadMs: config.TLS_RELOAD_MS, clock: systemClock, log });
  return { tokenKey, tls, log };
}
