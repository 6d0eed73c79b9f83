import type { DomainError, ErrorCode } from '@social/contracts/errors';
import type { RequestKey } from '@social/contracts/generated/social/common/v1/RequestKey';
import type { CallOptions } from '@social/rpc/client';
import type { Caller } from '@social/runtime/caller';
import { z } from 'zod';
import type { Exchange } from './exchange.ts';
import type { Visitor } from './guest.ts';
import type { Platform } from './platform.ts';

export type Role = 'shopper' | 'merchant-staff' | 'operator';

/** Who may call: anyone; anyone, but a token that is given must hold; whoever is logged in; or only some roles. */
export type Access = 'none' | 'optional' | 'user' | readonly Role[];

/** The caller's session as the access token tells it. */
export type Session = { caller: Caller; expiresAt: Date };

/** What a handler is given: everything is validated, the caller is known. */
export type RouteContext<P = unknown, Q = unknown, B = unknown> = {
  params: P;
  query: Q;
  body: B;
  caller: Caller;
  session?: Session;
  /** On routes for guests: whoever is not logged in, or was not when they got their token. */
  visitor?: Visitor;
  /** To hand on to every RPC: the caller's identity and the request id. */
  call: CallOptions;
  /** Present on routes with an effect; the owner of the effect stores it. */
  key?: RequestKey;
  exchange: Exchange;
};

type Schemas<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = { params?: P; query?: Q; body?: B };

/** One line of the API. OpenAPI, validation and dispatch are all made from it. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Parameters as `:name`. */
  path: `/${string}`;
  summary: string;
  tag: string;
  access: Access;
  /** Whoever is not logged in is known by a guest token here; whoever is and still has one shows it. */
  guests?: true;
  /** `bytes`: as it came; `stream`: the handler reads it, where there is one, and answers by itself. Default JSON. */
  bodyAs?: 'bytes' | 'stream';
  bodyType?: string;
  /** Most bytes of a JSON body, where more than usual fit. */
  bodyLimit?: number;
  /** The handler answers by itself, as it goes. */
  answerAs?: 'stream';
  /** Headers of its own, for the description; its handler reads them. */
  headers?: z.ZodRawShape;
  success: { status: number; schema?: z.ZodType; type?: string };
  errors: readonly ErrorCode[];
  /**
   * Present on a POST with an effect: Idempotency-Key is required. `answer-kept`: the answer is given again for 24 h;
   * `owner-decides`: only two at once are told apart here, a repeat goes to the owner of the effect. `owner-answers`: two
   * at once only in one process, without Redis, because the owner gives a repeat its first answer again.
   */
  effect?: 'answer-kept' | 'owner-decides' | 'owner-answers';
  /** On a route that is no GET: served during maintenance too, because it only looks, lets people in to look, or comes from outside. */
  inMaintenance?: 'served';
  /** Counted by the shared limits for proving who one is, also by the phone in the body. */
  limit?: 'auth';
  /** Pages that strangers and shoppers see alike are kept; tags name what drops them. */
  page?: (params: Record<string, string>) => string[];
  /** The refusal for whoever comes while too many do, before it is looked at who it is. */
  shed?: (params: Record<string, string>, platform: Platform) => DomainError | undefined;
  /** Refuses what is known to be refused, before the body is looked at. */
  foresee?: (asked: { params: Record<string, string>; caller: Caller }, platform: Platform) => void;
  /** Tags of the pages that a success changes, so that its caller reads what they wrote. */
  changes?: (params: Record<string, string>) => string[];
} & Required<Schemas<z.ZodType, z.ZodType, z.ZodType>> & {
    handle: (context: RouteContext, platform: Platform) => Promise<unknown>;
  };

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

type RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Omit<
  Route,
  'params' | 'query' | 'body' | 'handle' | 'success'
> &
  Schemas<P, Q, B> & {
    success: { status: number; schema?: A; type?: string };
    handle: (
      context: RouteContext<z.output<P>, z.output<Q>, z.output<B>>,
      platform: Platform,
    ) => Promise<z.input<A> | undefined>;
  };

/** Declares a route; its handler's types follow from its schemas. What is not declared must not be sent. */
export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  A extends z.ZodType = z.ZodUndefined,
>(spec: RouteSpec<P, Q, B, A>): Route {
  // The dispatcher validates with these very schemas before it calls the handler.
  return { params: NOTHING, query: NOTHING, body: NOTHING, ...spec } as unknown as Route;
}
