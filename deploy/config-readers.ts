/** What tests hold an installation's environments against: the configuration as each service reads it. */
import { readConfig } from '@social/runtime/config';
import { catalogConfig } from '../services/catalog/src/config.ts';
import { gatewayConfig } from '../services/gateway/src/config.ts';
import { config as groupBuyConfig } from '../services/group-buy/src/config.ts';
import { configSchema as identityConfig } from '../services/identity/src/config.ts';
import { loadConfig as mediaConfig } from '../services/media/src/config.ts';
import { loadConfig as ordersConfig } from '../services/orders/src/config.ts';
import { loadConfig as paymentsConfig } from '../services/payments/src/config.ts';
import { loadConfig as carrierConfig } from '../services/sandbox-carrier/src/config.ts';
import { loadConfig as payConfig } from '../services/sandbox-pay/src/config.ts';
import type { ServiceName } from './local/system.ts';

/** What a service makes of `process.env`; a wrong one ends the process. */
export const CONFIG_READERS: Record<ServiceName, () => object> = {
  gateway: () => readConfig(gatewayConfig),
  identity: () => readConfig(identityConfig),
  catalog: () => readConfig(catalogConfig),
  orders: ordersConfig,
  payments: paymentsConfig,
  'group-buy': groupBuyConfig,
  media: mediaConfig,
  'sandbox-pay': payConfig,
  'sandbox-carrier': carrierConfig,
};
