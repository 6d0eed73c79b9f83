import { baseConfig, grpcConfig, kafkaConfig, mongoConfig } from '@social/runtime/config';

/** What the catalog reads from its environment. */
export const catalogConfig = baseConfig.extend({ ...grpcConfig, ...mongoConfig, ...kafkaConfig });
