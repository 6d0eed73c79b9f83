/** Who the demo accounts of a local stack are. They all have the machine's own generated password. */

export interface DemoShopper {
  phone: string;
  name: string;
  address: { recipient: string; phone: string; districtCode: string; detail: string; isDefault: boolean };
}

export interface DemoStaff {
  phone: string;
  name: string;
  /** Slug of the merchant they work for. */
  merchant: string;
}

const shopper = (phone: string, name: string, districtCode: string, detail: string): DemoShopper => ({
  phone,
  name,
  address: { recipient: name, phone, districtCode, detail, isDefault: true },
});

/** Made by `seed.ts` through the API; the operator is there from identity's first start. */
export const DEMO_ACCOUNTS = {
  staff: [
    { phone: '13800000001', name: '茶铺掌柜', merchant: 'yunwu-tea' },
    { phone: '13800000002', name: '粮仓管家', merchant: 'tianye-farm' },
    { phone: '13800000003', name: '酒坊伙计', merchant: 'qingshi-cellar' },
    { phone: '13800000004', name: '家居店长', merchant: 'jianan-home' },
    { phone: '13800000005', name: '素禾店长', merchant: 'suhe-living' },
    { phone: '13800000006', name: '电器店长', merchant: 'lingguang-digital' },
  ],
  shoppers: [
    shopper('13911110001', '小满', '330106', '文三路 1 号'),
    shopper('13911110002', '阿禾', '310115', '世纪大道 2 号'),
    shopper('13911110003', '林间', '440305', '科苑路 3 号'),
    shopper('13911110004', '知秋', '510104', '春熙路 4 号'),
  ],
} satisfies { staff: DemoStaff[]; shoppers: DemoShopper[] };
