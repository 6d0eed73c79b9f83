import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A certificate, its key, and the CA that it is of, all in PEM. */
export type Issued = { certificate: Buffer; key: Buffer; ca: Buffer };

/** For how long, and for which names (`localhost` and 127.0.0.1 when absent). */
export type Wanted = { until: Date; names?: string[] };

const openssl = (args: string[], cwd: string) => promisify(execFile)('openssl', args, { cwd });

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

const configuration = (names: string[]) => `
[ca]
default_ca = own
[own]
new_certs_dir = .
database = index.txt
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
certificate = ca.crt
private_key = ca.key
[any]
commonName = supplied
[leaf]
subjectAltName = ${names.join(',')}
extendedKeyUsage = serverAuth,clientAuth
`;

/** To the second, as OpenSSL reads it: 20261126101500Z. */
const moment = (date: Date): string => `${date.toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z`;

/** A CA of the test's own, by the machine's OpenSSL, in a folder that `remove` deletes. */
export async function anAuthority(name = 'test') {
  const folder = await mkdtemp(join(tmpdir(), 'authority-'));
  const self = ['req', '-x509', ...NEW_KEY, '-days', '2', '-subj', `/CN=${name}`];
  await openssl([...self, '-keyout', 'ca.key', '-out', 'ca.crt'], folder);
  await writeFile(join(folder, 'index.txt'), '');
  let issued = 0;

  return {
    ca: await readFile(join(folder, 'ca.crt')),
    caFile: join(folder, 'ca.crt'),
    issue: async ({ until, names = ['DNS:localhost', 'IP:127.0.0.1'] }: Wanted): Promise<Issued> => {
      const [key, request, certificate] = ['key', 'csr', 'crt'].map((kind) => `${issued}.${kind}`) as [
        string,
        string,
        string,
      ];
      issued += 1;
      await writeFile(join(folder, 'ca.cnf'), configuration(names));
      await openssl(['req', '-new', ...NEW_KEY, '-subj', '/CN=leaf', '-keyout', key, '-out', request], folder);
      const dates = ['-startdate', '20200101000000Z', '-enddate', moment(until)];
      const signing = ['ca', '-batch', '-notext', '-config', 'ca.cnf', '-extensions', 'leaf', ...dates];
      await openssl([...signing, '-in', request, '-out', certificate], folder);
      const [certificatePem, keyPem, ca] = await Promise.all(
        [certificate, key, 'ca.crt'].map((file) => readFile(join(folder, file))),
      );
      if (!certificatePem || !keyPem || !ca) throw new Error('OpenSSL wrote nothing');
      return { certificate: certificatePem, key: keyPem, ca };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A folder of files that change all at once, as Kubernetes changes a mounted Secret: by a link that is swapped. */
export async function aMountedSecret() {
  const folder = await mkdtemp(join(tmpdir(), 'mounted-secret-'));
  let version = 0;
  const [certFile, keyFile, caFile] = ['tls.crt', 'tls.key', 'ca.crt'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  return {
    files: { certFile, keyFile, caFile },
    /** As the services' environment names them. */
    env: { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile, TLS_CA_FILE: caFile },
    put: async ({ certificate, key, ca }: Issued): Promise<void> => {
      version += 1;
      const data = `..v${version}`;
      await mkdir(join(folder, data));
      const contents = { 'tls.crt': certificate, 'tls.key': key, 'ca.crt': ca };
      for (const [name, content] of Object.entries(contents)) {
        await writeFile(join(folder, data, name), content);
        if (version === 1) await symlink(join('..data', name), join(folder, name));
      }
      await symlink(data, join(folder, '..next'));
      await rename(join(folder, '..next'), join(folder, '..data'));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
