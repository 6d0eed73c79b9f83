import { DomainError } from '@social/contracts/errors';

const SHORTEST = 8;
const LONGEST = 128;

/** The commonest passwords of eight characters and more, in lower case; shorter ones are refused by their length. */
const COMMONEST = new Set(
  `password password1 password12 password123 passw0rd p@ssw0rd p@ssword 1234qwer qwer1234 qwerty123 qwertyuiop
  qwerty12 1q2w3e4r 1q2w3e4r5t q1w2e3r4 1qaz2wsx qazwsxedc zaq12wsx asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 a1b2c3d4
  abc12345 abcd1234 abc123456 a1234567 a12345678 a123456789 aa123456 aa12345678 asd123456 qq123456 qq123456789
  123456aa 123456abc 123456qq 123123123 12341234 12344321 11223344 112233445566 123321123 147258369 123654789
  5201314520 52013145 1314520520 woaini520 woaini1314 woaini123 iloveyou iloveyou1 iloveyou520 sunshine princess
  football baseball superman trustno1 welcome1 welcome123 admin123 admin1234 administrator letmein1 changeme
  changeme1 computer internet whatever starwars dragon123 monkey123 michael1 jennifer 88888888 66668888`.split(/\s+/),
);

const RUNS = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz'];

const isRun = (password: string): boolean => RUNS.some((run) => run.includes(password));
const isOneCharacter = (password: string): boolean => new Set(password).size === 1;

/**
 * Lets a password pass that has 8 to 128 characters and is not among the first that anyone would try: the commonest,
 * a run, one character over and over, or the account's own phone. Errors: password-weak.
 */
export function requireStrongPassword(password: string, phone: string): void {
  const { length } = [...password];
  const tried = password.toLowerCase();
  const isWeak =
    length < SHORTEST || COMMONEST.has(tried) || isRun(tried) || isOneCharacter(password) || password.includes(phone);
  if (isWeak || length > LONGEST) throw new DomainError('password-weak');
}
