import { z } from 'zod';
import { type Route, route } from '../route.ts';
import { Address, address, Region, User, user } from '../views/identity.ts';
import { Id } from '../views/values.ts';
import { Code, Password, Phone } from './auth.ts';

const tag = 'people';
const Name = z.string().trim().min(1).max(50);

const AddressInput = z.strictObject({
  recipient: Name,
  phone: Phone,
  districtCode: z.string().regex(/^\d{6}$/, 'six digits'),
  detail: z.string().trim().min(1).max(200),
  isDefault: z.boolean().default(false),
});
const addressParams = z.strictObject({ address: Id });

const Jwks = z.looseObject({ keys: z.array(z.looseObject({ kid: z.string() })) });

const profileRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/me',
    summary: 'My profile',
    tag,
    access: 'user',
    success: { status: 200, schema: User },
    errors: [],
    handle: async ({ call }, { identity }) => user(await identity.GetProfile({}, call)),
  }),
  route({
    method: 'patch',
    path: '/v1/me',
    summary: 'Change my profile',
    tag,
    access: 'user',
    body: z.strictObject({ name: Name }),
    success: { status: 200, schema: User },
    errors: [],
    handle: async ({ body, call }, { identity }) => user(await identity.UpdateProfile(body, call)),
  }),
  route({
    method: 'put',
    path: '/v1/me/phone',
    summary: 'Move my account to another phone; the code goes to the new one',
    tag,
    access: 'user',
    limit: 'auth',
    body: z.strictObject({ phone: Phone, code: Code, password: Password }),
    success: { status: 200, schema: User },
    errors: ['phone-invalid', 'phone-taken', 'code-wrong', 'credentials-wrong', 'log-in-busy'],
    handle: async ({ body, call }, { identity }) => {
      const { phone: newPhone, code, password } = body;
      return user(await identity.ChangePhone({ newPhone, code, password }, call));
    },
  }),
  route({
    method: 'post',
    path: '/v1/staff',
    summary: 'Make a staff account of a merchant, or an operator',
    tag,
    access: ['operator'],
    effect: 'answer-kept',
    body: z.strictObject({
      phone: Phone,
      password: Password,
      name: Name,
      role: z.enum(['merchant-staff', 'operator']),
      merchantId: Id.optional(),
    }),
    success: { status: 201, schema: User },
    errors: ['phone-invalid', 'phone-taken', 'password-weak', 'log-in-busy'],
    handle: async ({ body, call, key }, { identity }) =>
      user(await identity.CreateStaff({ ...body, request: key }, call)),
  }),
];

const addressRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/me/addresses',
    summary: 'My addresses',
    tag,
    access: 'user',
    success: { status: 200, schema: z.strictObject({ items: z.array(Address) }) },
    errors: [],
    handle: async ({ call }, { identity }) => {
      const { addresses } = await identity.ListAddresses({}, call);
      return { items: addresses.map(address) };
    },
  }),
  route({
    method: 'post',
    path: '/v1/me/addresses',
    summary: 'Add an address',
    tag,
    access: 'user',
    effect: 'answer-kept',
    body: AddressInput,
    success: { status: 201, schema: Address },
    errors: ['region-unknown', 'address-limit', 'phone-invalid'],
    handle: async ({ body, call, key }, { identity }) =>
      address(await identity.SaveAddress({ ...body, request: key }, call)),
  }),
  route({
    method: 'get',
    path: '/v1/me/addresses/:address',
    summary: 'One of my addresses',
    tag,
    access: 'user',
    params: addressParams,
    success: { status: 200, schema: Address },
    errors: ['address-not-found'],
    handle: async ({ params, call }, { identity }) =>
      address(await identity.GetAddress({ addressId: params.address }, call)),
  }),
  route({
    method: 'put',
    path: '/v1/me/addresses/:address',
    summary: 'Change an address',
    tag,
    access: 'user',
    params: addressParams,
    body: AddressInput,
    success: { status: 200, schema: Address },
    errors: ['address-not-found', 'region-unknown', 'phone-invalid'],
    handle: async ({ params, body, call }, { identity }) =>
      address(await identity.SaveAddress({ ...body, addressId: params.address }, call)),
  }),
  route({
    method: 'delete',
    path: '/v1/me/addresses/:address',
    summary: 'Delete an address',
    tag,
    access: 'user',
    params: addressParams,
    success: { status: 204 },
    errors: ['address-not-found'],
    handle: async ({ params, call }, { identity }) => {
      await identity.DeleteAddress({ addressId: params.address }, call);
      return undefined;
    },
  }),
];

const publicRoutes: Route[] = [
  route({
    method: 'get',
    path: '/v1/regions',
    summary: 'Provinces, or what lies in a region',
    tag,
    access: 'optional',
    page: () => ['regions'],
    query: z.strictObject({
      parent: z
        .string()
        .regex(/^\d{6}$/, 'six digits')
        .optional(),
    }),
    success: { status: 200, schema: z.strictObject({ items: z.array(Region) }) },
    errors: ['region-unknown'],
    handle: async ({ query, call }, { identity }) => {
      const { regions } = await identity.ListRegions({ parentCode: query.parent }, call);
      return { items: regions };
    },
  }),
  route({
    method: 'get',
    path: '/.well-known/jwks.json',
    summary: 'The public keys of access tokens (RFC 7517)',
    tag,
    access: 'none',
    page: () => ['jwks'],
    success: { status: 200, schema: Jwks },
    errors: [],
    handle: async ({ call }, { identity }) => Jwks.parse(JSON.parse((await identity.GetJwks({}, call)).jwksJson)),
  }),
];

export const identityRoutes: Route[] = [...profileRoutes, ...addressRoutes, ...publicRoutes];
