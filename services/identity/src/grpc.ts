import { DomainError } from '@social/contracts/errors';
import type { RequestKey__Output } from '@social/contracts/generated/social/common/v1/RequestKey';
import type { Address as AddressProto } from '@social/contracts/generated/social/identity/v1/Address';
import type { CodePurpose__Output } from '@social/contracts/generated/social/identity/v1/CodePurpose';
import type { IdentityServiceDefinition } from '@social/contracts/generated/social/identity/v1/IdentityService';
import type { Session } from '@social/contracts/generated/social/identity/v1/Session';
import type { User as UserProto } from '@social/contracts/generated/social/identity/v1/User';
import type { Handlers } from '@social/rpc/server';
import { toTimestamp } from '@social/rpc/time';
import { requireCaller, requireRole } from '@social/runtime/caller';
import {
  type AccountDeps,
  changePhone,
  logInWithCode,
  logInWithPassword,
  type OpenSession,
  refreshSession,
  register,
  resetPassword,
  sendCode,
  updateProfile,
} from './accounts.ts';
import {
  type AddressDeps,
  type AddressView,
  deleteAddress,
  getAddress,
  getAddresses,
  listAddresses,
  saveAddress,
} from './addresses.ts';
import type { Purpose } from './codes.ts';
import { mintShoppers } from './dev-shoppers.ts';
import { postOf, type UserView, viewOf } from './domain.ts';
import { listRegions } from './regions.ts';
import type { RequestKey } from './requests.ts';
import { createStaff } from './staff.ts';

type IdentityHandlers = Handlers<IdentityServiceDefinition>;

const PURPOSE_OF: Partial<Record<CodePurpose__Output, Purpose>> = {
  CODE_PURPOSE_REGISTER: 'register',
  CODE_PURPOSE_LOG_IN: 'log-in',
  CODE_PURPOSE_RESET_PASSWORD: 'reset-password',
  CODE_PURPOSE_CHANGE_PHONE: 'change-phone',
};

function purposeOf(given: CodePurpose__Output): Purpose {
  const purpose = PURPOSE_OF[given];
  if (purpose) return purpose;

  throw new DomainError('request-invalid', undefined, { errors: [{ path: 'purpose', message: 'is required' }] });
}

const userProto = ({ createdAt, ...user }: UserView): UserProto => ({
  ...user,
  createdAt: toTimestamp(new Date(createdAt)),
});

const sessionProto = ({ access, refresh, user }: OpenSession): Session => ({
  accessToken: access.token,
  accessExpiresAt: toTimestamp(access.expiresAt),
  refreshToken: refresh.token,
  refreshExpiresAt: toTimestamp(refresh.expiresAt),
  user: userProto(user),
});

const addressProto = (address: AddressView): AddressProto => address;

/** The key of a repeatable request; its hash is keyed, as it was made of a body with secrets in it. */
function keyOf(request: RequestKey__Output | null, { index }: AccountDeps): RequestKey | undefined {
  if (!request || request.id === '') return undefined;

  const [bodyHash, ...olderHashes] = index.of(request.bodyHash);
  return { id: request.id, bodyHash, olderHashes };
}

type SessionRpc = 'SendCode' | 'Register' | 'LogInWithPassword' | 'LogInWithCode' | 'RefreshSession' | 'LogOut';
type AddressRpc = 'ListAddresses' | 'SaveAddress' | 'DeleteAddress' | 'GetAddress' | 'GetAddresses' | 'ListRegions';

const sessionHandlers = (deps: AccountDeps): Pick<IdentityHandlers, SessionRpc> => ({
  SendCode: async ({ phone, purpose }) => {
    const { expiresAt } = await sendCode(deps, phone, purposeOf(purpose));
    return { expiresAt: toTimestamp(expiresAt) };
  },
  Register: async ({ request, ...given }) => sessionProto(await register(deps, given, keyOf(request, deps))),
  LogInWithPassword: async ({ phone, password }) => sessionProto(await logInWithPassword(deps, phone, password)),
  LogInWithCode: async ({ phone, code }) => sessionProto(await logInWithCode(deps, phone, code)),
  RefreshSession: async ({ refreshToken }) => sessionProto(await refreshSession(deps, refreshToken)),
  LogOut: async ({ refreshToken }) => {
    await deps.sessions.end(refreshToken);
    return {};
  },
});

const accountHandlers = (deps: AccountDeps): Omit<IdentityHandlers, SessionRpc | AddressRpc | 'MintShoppers'> => ({
  ResetPassword: async ({ phone, code, newPassword }) => {
    await resetPassword(deps, phone, code, newPassword);
    return {};
  },
  ChangePhone: async (given, { caller }) => {
    requireCaller(caller);
    return userProto(await changePhone(deps, caller.userId, given));
  },
  GetProfile: async (_request, { caller }) => {
    requireCaller(caller);
    const user = await deps.users.byId(caller.userId);
    if (!user) throw new DomainError('user-not-found');

    return userProto(viewOf(user));
  },
  UpdateProfile: async ({ name, request }, { caller }) => {
    requireCaller(caller);
    return userProto(await updateProfile(deps, caller.userId, { name }, keyOf(request, deps)));
  },
  CreateStaff: async ({ phone, password, name, role, merchantId, request }, { caller }) => {
    requireRole(caller, 'operator');
    const form = { phone, password, name, post: postOf(role, merchantId) };
    return userProto(await createStaff(deps, form, keyOf(request, deps)));
  },
  GetJwks: async () => ({ jwksJson: deps.tokens.jwks }),
});

const addressHandlers = (deps: AccountDeps & AddressDeps): Pick<IdentityHandlers, AddressRpc> => ({
  ListAddresses: async (_request, { caller }) => {
    requireCaller(caller);
    return { addresses: (await listAddresses(deps, caller.userId)).map(addressProto) };
  },
  SaveAddress: async ({ request, isDefault, ...given }, { caller }) => {
    requireCaller(caller);
    const form = { ...given, preference: isDefault ? ('preferred' as const) : ('as-it-is' as const) };
    return addressProto(await saveAddress(deps, caller.userId, form, keyOf(request, deps)));
  },
  DeleteAddress: async ({ addressId }, { caller }) => {
    requireCaller(caller);
    await deleteAddress(deps, caller.userId, addressId);
    return {};
  },
  GetAddress: async ({ addressId }, { caller }) => {
    requireCaller(caller);
    return addressProto(await getAddress(deps, caller.userId, addressId));
  },
  GetAddresses: async ({ of }, { caller }) => {
    requireRole(caller, 'service');
    const addresses = await getAddresses(deps, of);
    return { addresses: addresses.map((address) => (address ? addressProto(address) : {})) };
  },
  ListRegions: async ({ parentCode }) => ({ regions: listRegions(parentCode) }),
});

/** Whether this is a development stack. */
export type DevDeps = { devEndpoints: 'open' | 'closed' };

const devHandlers = (deps: AccountDeps & AddressDeps & DevDeps): Pick<IdentityHandlers, 'MintShoppers'> => ({
  MintShoppers: async ({ count }, { caller }) => {
    requireRole(caller, 'operator');
    if (deps.devEndpoints === 'closed') throw new DomainError('forbidden', 'this is not a development stack');

    const shoppers = await mintShoppers(deps, count);
    return {
      shoppers: shoppers.map(({ expiresAt, ...shopper }) => ({ ...shopper, expiresAt: toTimestamp(expiresAt) })),
    };
  },
});

/** Every RPC of the identity service: proto to domain and back, and who may call. */
export const handlers = (deps: AccountDeps & AddressDeps & DevDeps): IdentityHandlers => ({
  ...sessionHandlers(deps),
  ...accountHandlers(deps),
  ...addressHandlers(deps),
  ...devHandlers(deps),
});
