import type { Logger } from '@social/runtime/log';
import kafkajs, { type Admin } from 'kafkajs';

// Node's ES modules see this one in the default export alone.
const { ConfigResourceTypes } = kafkajs;

/** How a topic keeps its messages: Kafka's settings of it, by their names. */
export type Kept = Record<string, string>;

const DAY_MS = 24 * 3_600_000;

/** Days that a dead letter is kept unless a service is told otherwise. */
export const DEAD_LETTERS_KEPT_DAYS = 90;

/** Facts are kept for ever, whatever the brokers' defaults: read models are rebuilt by replaying them. */
const FOR_EVER: Kept = { 'retention.ms': '-1', 'retention.bytes': '-1', 'cleanup.policy': 'delete' };

/**
 * How a topic is to keep its messages. Dead letters go after a while: the fact that one is of stays in its own topic.
 * @param topic without the namespace
 */
export const keptIn = (topic: string, deadLettersKeptDays = DEAD_LETTERS_KEPT_DAYS): Kept =>
  topic.endsWith('.dlq') ? { 'retention.ms': `${deadLettersKeptDays * DAY_MS}`, 'cleanup.policy': 'delete' } : FOR_EVER;

/** What of a topic's settings is not as it is to be, as Kafka's own tool would set it. */
export const differing = (wanted: Kept, found: Kept): string[] =>
  Object.entries(wanted).flatMap(([name, value]) => (found[name] === value ? [] : [`${name}=${value}`]));

/**
 * Warns of topics that do not keep what they should: somebody else made them, or gave them other settings since. They
 * are left as they are. Who may not look is told so.
 */
export async function checkKept(admin: Admin, log: Logger, wanted: ReadonlyMap<string, Kept>): Promise<void> {
  try {
    const resources = [...wanted].map(([name, kept]) => ({
      ...{ type: ConfigResourceTypes.TOPIC, name, configNames: Object.keys(kept) },
    }));
    const described = await admin.describeConfigs({ resources, includeSynonyms: false });
    for (const { resourceName, configEntries } of described.resources) {
      const found = Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue]));
      const wrong = differing(wanted.get(resourceName) ?? {}, found);
      if (wrong.length === 0) continue;
      const set = `kafka-configs.sh --alter --entity-type topics --entity-name ${resourceName} --add-config`;
      log.warn({ topic: resourceName, set: `${set} ${wrong.join(',')}` }, 'the topic does not keep what it should');
    }
  } catch (error) {
    log.info({ err: error }, 'how long topics keep their messages could not be looked at');
  }
}
