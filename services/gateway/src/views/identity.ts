import type { Address__Output } from '@social/contracts/generated/social/identity/v1/Address';
import type { Session__Output } from '@social/contracts/generated/social/identity/v1/Session';
import type { User__Output } from '@social/contracts/generated/social/identity/v1/User';
import { z } from 'zod';
import { Instant, instant, optional } from './values.ts';

export const User = z
  .strictObject({
    userId: z.string(),
    name: z.string(),
    phoneMasked: z.string().meta({ example: '138****5678' }),
    roles: z.array(z.string()),
    merchantId: z.string().optional(),
    createdAt: Instant,
  })
  .meta({ id: 'User' });

export const user = (from: User__Output | null): z.output<typeof User> => ({
  userId: from?.userId ?? '',
  name: from?.name ?? '',
  phoneMasked: from?.phoneMasked ?? '',
  roles: from?.roles ?? [],
  merchantId: optional(from?.merchantId ?? ''),
  createdAt: instant(from?.createdAt ?? null),
});

export const SessionView = z
  .strictObject({
    accessToken: z.string(),
    accessExpiresAt: Instant,
    refreshToken: z.string().optional().meta({ description: 'For apps; browsers get it as a cookie.' }),
    refreshExpiresAt: Instant,
    user: User,
  })
  .meta({ id: 'Session' });

/** A session as apps get it; `web` leaves the refresh token to the cookie. */
export const session = (from: Session__Output, client: 'app' | 'web'): z.output<typeof SessionView> => ({
  accessToken: from.accessToken,
  accessExpiresAt: instant(from.accessExpiresAt),
  refreshToken: client === 'app' ? from.refreshToken : undefined,
  refreshExpiresAt: instant(from.refreshExpiresAt),
  user: user(from.user),
});

export const Address = z
  .strictObject({
    addressId: z.string(),
    recipient: z.string(),
    phone: z.string(),
    provinceCode: z.string(),
    cityCode: z.string(),
    districtCode: z.string(),
    province: z.string(),
    city: z.string(),
    district: z.string(),
    detail: z.string(),
    isDefault: z.boolean(),
  })
  .meta({ id: 'Address' });

export const address = (from: Address__Output): z.output<typeof Address> => ({ ...from });

export const Region = z.strictObject({ code: z.string(), name: z.string(), hasChildren: z.boolean() });
