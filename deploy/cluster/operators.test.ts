import { describe, expect, it } from 'vitest';
import { definitionsOf, structural } from './operators.ts';

describe('schemas of operators’ kinds', () => {
  it('refuse by themselves what they do not list, so that it is not said', () => {
    const schema = { type: 'object', properties: { min: { type: 'integer' } }, additionalProperties: false };
    expect(structural(schema)).toEqual({ type: 'object', properties: { min: { type: 'integer' } } });
  });

  it('are open where they list nothing', () => {
    expect(structural({ type: 'object' })).toEqual({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true });
    expect(structural({ type: 'object', additionalProperties: { type: 'string' } })).toMatchObject({
      additionalProperties: { type: 'string' },
    });
  });

  it('say in the server’s way that a number may be written as text, however deep', () => {
    const port = { type: ['integer', 'string'] };
    expect(structural({ type: 'object', properties: { ports: { type: 'array', items: port } } })).toEqual({
      type: 'object',
      properties: { ports: { type: 'array', items: { 'x-kubernetes-int-or-string': true } } },
    });
  });

  it('become definitions by the names that the server knows them by', () => {
    const [definition] = definitionsOf({
      kinds: { 'keda.sh/v1alpha1/ScaledObject': 'a' },
      definitions: { a: { type: 'object' } },
    });
    expect(definition).toMatchObject({
      metadata: { name: 'scaledobjects.keda.sh' },
      spec: { group: 'keda.sh', names: { kind: 'ScaledObject' }, versions: [{ name: 'v1alpha1' }] },
    });
  });
});
