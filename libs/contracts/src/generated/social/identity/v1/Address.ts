// Original file: protos/social/identity/v1/identity.proto


export interface Address {
  'addressId'?: (string);
  'recipient'?: (string);
  'phone'?: (string);
  /**
   * GB/T 2260 codes and their names.
   */
  'provinceCode'?: (string);
  'cityCode'?: (string);
  'districtCode'?: (string);
  'province'?: (string);
  'city'?: (string);
  'district'?: (string);
  'detail'?: (string);
  'isDefault'?: (boolean);
}

export interface Address__Output {
  'addressId': (string);
  'recipient': (string);
  'phone': (string);
  /**
   * GB/T 2260 codes and their names.
   */
  'provinceCode': (string);
  'cityCode': (string);
  'districtCode': (string);
  'province': (string);
  'city': (string);
  'district': (string);
  'detail': (string);
  'isDefault': (boolean);
}
