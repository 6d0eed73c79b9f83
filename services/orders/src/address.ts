import { type FieldCipher, maskName, maskPhone } from '@social/runtime/field-cipher';
import type { SealedAddress } from './domain.ts';

/** An address in the clear; never stored, logged or published. */
export type Address = {
  province: string;
  city: string;
  district: string;
  /** GB/T 2260; empty where it is not known. */
  districtCode: string;
  recipient: string;
  phone: string;
  detail: string;
};

const placeOf = (orderId: string, field: 'recipient' | 'phone' | 'detail') => ({
  collection: 'orders',
  id: orderId,
  field: `address.${field}`,
});

/** Seals what names a person or their door, bound to the order. */
export function sealAddress(cipher: FieldCipher, orderId: string, address: Address): SealedAddress {
  const { province, city, district, districtCode } = address;
  return {
    province,
    city,
    district,
    district_code: districtCode || undefined,
    recipient: cipher.seal(address.recipient, placeOf(orderId, 'recipient')),
    phone: cipher.seal(address.phone, placeOf(orderId, 'phone')),
    detail: cipher.seal(address.detail, placeOf(orderId, 'detail')),
  };
}

export function openAddress(cipher: FieldCipher, orderId: string, sealed: SealedAddress): Address {
  const { province, city, district, district_code } = sealed;
  return {
    province,
    city,
    district,
    districtCode: district_code ?? '',
    recipient: cipher.open(sealed.recipient, placeOf(orderId, 'recipient')),
    phone: cipher.open(sealed.phone, placeOf(orderId, 'phone')),
    detail: cipher.open(sealed.detail, placeOf(orderId, 'detail')),
  };
}

/** An address as those may see it who do not deliver to it: the district, no door, no name, no number. */
export const maskAddress = (address: Address): Address => ({
  ...address,
  recipient: maskName(address.recipient),
  phone: maskPhone(address.phone),
  detail: '****',
});
