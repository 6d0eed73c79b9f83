/** The broker's configuration: one node, KRaft, sized for a laptop. */
export interface KafkaPropertiesInput {
  port: number;
  logDir: string;
  cores: number;
}

/** server.properties of a single node that is broker and controller; the controller listens on the next port. */
export function kafkaProperties({ port, logDir, cores }: KafkaPropertiesInput): string {
  const controller = `127.0.0.1:${port + 1}`;
  const properties: Record<string, string | number> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': logDir,
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': 0,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'num.network.threads': cores,
    'num.io.threads': cores * 2,
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
    // Index files are mapped at full size; the tests make many small topics.
    'log.index.size.max.bytes': 1024 * 1024,
  };
  return `${Object.entries(properties)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')}\n`;
}
