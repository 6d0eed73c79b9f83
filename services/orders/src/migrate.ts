/** Brings documents into the form of today: `node src/migrate.ts`, with MONGO_URL and NAMESPACE of the service. */
import { migrateCommand } from '@social/runtime/migrate-command';
import { shipmentToParcel } from './migrations/0001-shipment-to-parcel.ts';

await migrateCommand('orders', [shipmentToParcel]);
