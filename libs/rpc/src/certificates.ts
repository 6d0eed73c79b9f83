import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Where the three PEM files lie; what renews them replaces all at once, as Kubernetes does with a mounted Secret. */
export type CertificateFiles = {
  /** Our own, with the intermediate ones behind it. */
  certFile: string;
  keyFile: string;
  /** Of whom others' certificates must be. */
  caFile: string;
};

/** Our own certificate with its key, and whom we believe. */
export type Certificates = { certificate: Buffer; privateKey: Buffer; ca: Buffer; expiresAt: Date };

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

const listed = (pem: Buffer): X509Certificate[] =>
  (pem.toString().match(PEM) ?? []).map((text) => new X509Certificate(text));

/** Whether the first is of one of the CAs, directly or by way of the others. */
function isOf(authorities: X509Certificate[], [own, ...intermediate]: X509Certificate[]): boolean {
  if (!own) return false;
  if (authorities.some((authority) => own.checkIssued(authority) && own.verify(authority.publicKey))) return true;

  return isOf(authorities, intermediate);
}

/** Checks that the three belong together. Errors: one that says what does not fit. */
function checked(
  files: CertificateFiles,
  [certificate, privateKey, ca]: [Buffer, Buffer, Buffer],
  now: Date,
): Certificates {
  const chain = listed(certificate);
  const [own] = chain;
  if (!own) throw new Error(`${files.certFile} holds no certificate`);
  if (!own.checkPrivateKey(createPrivateKey(privateKey))) {
    throw new Error(`${files.keyFile} is not the key of ${files.certFile}`);
  }
  if (!isOf(listed(ca), chain)) throw new Error(`${files.certFile} is not of the CA in ${files.caFile}`);
  const expiresAt = new Date(own.validTo);
  if (expiresAt <= now) throw new Error(`${files.certFile} expired at ${expiresAt.toISOString()}`);

  return { certificate, privateKey, ca, expiresAt };
}

/** Reads what is there now. Errors: ENOENT, or one that says what does not fit together. */
export async function readCertificates(files: CertificateFiles, now: Date): Promise<Certificates> {
  const { certFile, keyFile, caFile } = files;
  const read = await Promise.all([readFile(certFile), readFile(keyFile), readFile(caFile)]);
  return checked(files, read, now);
}

/** Whether nothing was renewed. */
export const areSame = (one: Certificates, other: Certificates): boolean =>
  one.certificate.equals(other.certificate) && one.privateKey.equals(other.privateKey) && one.ca.equals(other.ca);
