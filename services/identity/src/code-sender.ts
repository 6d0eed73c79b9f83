import { maskPhone } from '@social/runtime/field-cipher';
import type { Logger } from '@social/runtime/log';

export type CodeMessage = { phone: string; purpose: string; code: string };

/** Brings a one-time code to a phone; an SMS provider implements this. */
export type CodeSender = { send: (message: CodeMessage) => Promise<void> };

/** Sends nothing; notes that a code was made, without the code. */
export const consoleSender = (log: Logger): CodeSender => ({
  send: async ({ phone, purpose }) => {
    log.info({ phone_masked: maskPhone(phone), purpose }, 'one-time code made, no message provider is set');
  },
});

/** For development only (DEV_CONSOLE_OTP=true): the code stands in the log. */
export const developmentSender = (log: Logger): CodeSender => ({
  send: async ({ phone, purpose, code }) => {
    log.info({ phone_masked: maskPhone(phone), purpose, code }, 'development one-time code');
  },
});
