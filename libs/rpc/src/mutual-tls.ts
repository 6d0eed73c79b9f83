import { type ChannelCredentials, experimental, type ServerCredentials } from '@grpc/grpc-js';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { certificateDaysLeft } from '@social/runtime/metrics';
import { CERTIFICATE } from '@social/runtime/need';
import { startSweeper } from '@social/runtime/sweeper';
import { whenReachable } from '@social/runtime/when-reachable';
import { areSame, type CertificateFiles, type Certificates, readCertificates } from './certificates.ts';

/** Credentials of both sides of a call, as the files have them at each new connection. */
export type MutualTls = {
  client: ChannelCredentials;
  /** Lets nobody in without a certificate of the CA. */
  server: ServerCredentials;
  stop: () => Promise<void>;
};

type CaListener = experimental.CaCertificateUpdateListener;
type OwnListener = experimental.IdentityCertificateUpdateListener;

const DAY_MS = 86_400_000;

/** Hands grpc-js what was read, now and whenever it is renewed. */
function provide(first: Certificates) {
  let current = first;
  const ofCa = new Set<CaListener>();
  const ofOwn = new Set<OwnListener>();
  const tellCa = (listener: CaListener) => listener({ caCertificate: current.ca });
  const tellOwn = ({ certificate, privateKey }: Certificates, listener: OwnListener) =>
    listener({ certificate, privateKey });
  const provider: experimental.CertificateProvider = {
    // Not at once: grpc-js is not ready to be told while it is asking.
    addCaCertificateListener: (listener) => {
      ofCa.add(listener);
      process.nextTick(tellCa, listener);
    },
    removeCaCertificateListener: (listener) => void ofCa.delete(listener),
    addIdentityCertificateListener: (listener) => {
      ofOwn.add(listener);
      process.nextTick(() => tellOwn(current, listener));
    },
    removeIdentityCertificateListener: (listener) => void ofOwn.delete(listener),
  };
  const renew = (next: Certificates) => {
    current = next;
    for (const listener of ofCa) tellCa(listener);
    for (const listener of ofOwn) tellOwn(current, listener);
  };
  return { provider, current: () => current, renew };
}

export type MutualTlsOptions = CertificateFiles & {
  /** How often the files are looked at, in milliseconds. */
  reloadMs: number;
  clock: Clock;
  log: Logger;
};

/**
 * Opens mutual TLS over the files, waiting for them while they are not there. They are read again and again: renewed ones
 * hold for every new connection, and those that are open stay so. What does not fit together is not taken, and is said once.
 */
export async function openMutualTls({ reloadMs, clock, log, ...files }: MutualTlsOptions): Promise<MutualTls> {
  const read = () => readCertificates(files, clock.now());
  const held = provide(await whenReachable(CERTIFICATE, log, read));
  const showDaysLeft = () => {
    const leftMs = held.current().expiresAt.getTime() - clock.now().getTime();
    certificateDaysLeft.set({ file: files.certFile }, leftMs / DAY_MS);
  };
  showDaysLeft();
  log.info({ expires: held.current().expiresAt }, 'mutual TLS');

  let complaint = '';
  const reload = async () => {
    try {
      const next = await read();
      complaint = '';
      if (areSame(next, held.current())) return;

      held.renew(next);
      log.info({ expires: next.expiresAt }, 'TLS certificate renewed');
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unreadable';
      // Once is chance: the files may have been replaced between two readings.
      if (complaint === message) log.error({ reason: message }, 'the TLS certificate was not renewed');
      complaint = complaint === message || complaint === `told: ${message}` ? `told: ${message}` : message;
    }
  };
  const stop = startSweeper('TLS certificate', reloadMs, log, () => reload().finally(showDaysLeft));
  const { provider } = held;
  return {
    client: experimental.createCertificateProviderChannelCredentials(provider, provider),
    server: experimental.createCertificateProviderServerCredentials(provider, provider, true),
    stop,
  };
}
