/** What the charts' values say of days without a rush. */
import { parse } from 'yaml';
import { z } from 'zod';

export interface Everyday {
  /** Of every topic. */
  partitions: number;
  /** By the service's name: what its autoscaler keeps to. */
  pods: Record<string, { min?: number | undefined; max?: number | undefined }>;
}

const Service = z.object({
  autoscaling: z.object({ min: z.int().optional(), max: z.int().optional() }).optional(),
});
const Shared = z.object({ kafka: z.object({ partitions: z.int().optional() }).optional() });

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads values files, each laid over those before it, as Helm does. Errors: those of YAML and of zod. */
export function everydayOf(files: readonly string[]): Everyday {
  const everyday: Everyday = { partitions: 0, pods: {} };
  for (const file of files) {
    const { global = {}, ...services }: Record<string, unknown> = parse(file) ?? {};
    everyday.partitions = Shared.parse(global).kafka?.partitions ?? everyday.partitions;
    for (const [name, service] of Object.entries(services).filter(([, value]) => isMap(value))) {
      const { min, max } = Service.parse(service).autoscaling ?? {};
      const before = everyday.pods[name];
      everyday.pods[name] = { min: min ?? before?.min, max: max ?? before?.max };
    }
  }
  return everyday;
}
