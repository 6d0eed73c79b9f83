// Original file: protos/social/catalog/v1/catalog.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AdjustStockRequest as _social_catalog_v1_AdjustStockRequest, AdjustStockRequest__Output as _social_catalog_v1_AdjustStockRequest__Output } from '../../../social/catalog/v1/AdjustStockRequest.ts';
import type { ApproveProductRequest as _social_catalog_v1_ApproveProductRequest, ApproveProductRequest__Output as _social_catalog_v1_ApproveProductRequest__Output } from '../../../social/catalog/v1/ApproveProductRequest.ts';
import type { Brand as _social_catalog_v1_Brand, Brand__Output as _social_catalog_v1_Brand__Output } from '../../../social/catalog/v1/Brand.ts';
import type { Category as _social_catalog_v1_Category, Category__Output as _social_catalog_v1_Category__Output } from '../../../social/catalog/v1/Category.ts';
import type { CommitStockRequest as _social_catalog_v1_CommitStockRequest, CommitStockRequest__Output as _social_catalog_v1_CommitStockRequest__Output } from '../../../social/catalog/v1/CommitStockRequest.ts';
import type { CommitStockResponse as _social_catalog_v1_CommitStockResponse, CommitStockResponse__Output as _social_catalog_v1_CommitStockResponse__Output } from '../../../social/catalog/v1/CommitStockResponse.ts';
import type { CreateBrandRequest as _social_catalog_v1_CreateBrandRequest, CreateBrandRequest__Output as _social_catalog_v1_CreateBrandRequest__Output } from '../../../social/catalog/v1/CreateBrandRequest.ts';
import type { CreateCategoryRequest as _social_catalog_v1_CreateCategoryRequest, CreateCategoryRequest__Output as _social_catalog_v1_CreateCategoryRequest__Output } from '../../../social/catalog/v1/CreateCategoryRequest.ts';
import type { CreateMerchantRequest as _social_catalog_v1_CreateMerchantRequest, CreateMerchantRequest__Output as _social_catalog_v1_CreateMerchantRequest__Output } from '../../../social/catalog/v1/CreateMerchantRequest.ts';
import type { CreateProductRequest as _social_catalog_v1_CreateProductRequest, CreateProductRequest__Output as _social_catalog_v1_CreateProductRequest__Output } from '../../../social/catalog/v1/CreateProductRequest.ts';
import type { DeleteProductRequest as _social_catalog_v1_DeleteProductRequest, DeleteProductRequest__Output as _social_catalog_v1_DeleteProductRequest__Output } from '../../../social/catalog/v1/DeleteProductRequest.ts';
import type { DeleteProductResponse as _social_catalog_v1_DeleteProductResponse, DeleteProductResponse__Output as _social_catalog_v1_DeleteProductResponse__Output } from '../../../social/catalog/v1/DeleteProductResponse.ts';
import type { EditProductsRequest as _social_catalog_v1_EditProductsRequest, EditProductsRequest__Output as _social_catalog_v1_EditProductsRequest__Output } from '../../../social/catalog/v1/EditProductsRequest.ts';
import type { EditProductsResponse as _social_catalog_v1_EditProductsResponse, EditProductsResponse__Output as _social_catalog_v1_EditProductsResponse__Output } from '../../../social/catalog/v1/EditProductsResponse.ts';
import type { ExportProductsRequest as _social_catalog_v1_ExportProductsRequest, ExportProductsRequest__Output as _social_catalog_v1_ExportProductsRequest__Output } from '../../../social/catalog/v1/ExportProductsRequest.ts';
import type { FileChunk as _social_common_v1_FileChunk, FileChunk__Output as _social_common_v1_FileChunk__Output } from '../../../social/common/v1/FileChunk.ts';
import type { FindAttachedPicturesRequest as _social_catalog_v1_FindAttachedPicturesRequest, FindAttachedPicturesRequest__Output as _social_catalog_v1_FindAttachedPicturesRequest__Output } from '../../../social/catalog/v1/FindAttachedPicturesRequest.ts';
import type { FindAttachedPicturesResponse as _social_catalog_v1_FindAttachedPicturesResponse, FindAttachedPicturesResponse__Output as _social_catalog_v1_FindAttachedPicturesResponse__Output } from '../../../social/catalog/v1/FindAttachedPicturesResponse.ts';
import type { GetBrandRequest as _social_catalog_v1_GetBrandRequest, GetBrandRequest__Output as _social_catalog_v1_GetBrandRequest__Output } from '../../../social/catalog/v1/GetBrandRequest.ts';
import type { GetMerchantRequest as _social_catalog_v1_GetMerchantRequest, GetMerchantRequest__Output as _social_catalog_v1_GetMerchantRequest__Output } from '../../../social/catalog/v1/GetMerchantRequest.ts';
import type { GetProductRequest as _social_catalog_v1_GetProductRequest, GetProductRequest__Output as _social_catalog_v1_GetProductRequest__Output } from '../../../social/catalog/v1/GetProductRequest.ts';
import type { GetSkusRequest as _social_catalog_v1_GetSkusRequest, GetSkusRequest__Output as _social_catalog_v1_GetSkusRequest__Output } from '../../../social/catalog/v1/GetSkusRequest.ts';
import type { GetSkusResponse as _social_catalog_v1_GetSkusResponse, GetSkusResponse__Output as _social_catalog_v1_GetSkusResponse__Output } from '../../../social/catalog/v1/GetSkusResponse.ts';
import type { GiveBackStockRequest as _social_catalog_v1_GiveBackStockRequest, GiveBackStockRequest__Output as _social_catalog_v1_GiveBackStockRequest__Output } from '../../../social/catalog/v1/GiveBackStockRequest.ts';
import type { GiveBackStockResponse as _social_catalog_v1_GiveBackStockResponse, GiveBackStockResponse__Output as _social_catalog_v1_GiveBackStockResponse__Output } from '../../../social/catalog/v1/GiveBackStockResponse.ts';
import type { ImportProductsRequest as _social_catalog_v1_ImportProductsRequest, ImportProductsRequest__Output as _social_catalog_v1_ImportProductsRequest__Output } from '../../../social/catalog/v1/ImportProductsRequest.ts';
import type { ImportProductsResponse as _social_catalog_v1_ImportProductsResponse, ImportProductsResponse__Output as _social_catalog_v1_ImportProductsResponse__Output } from '../../../social/catalog/v1/ImportProductsResponse.ts';
import type { ListBrandsRequest as _social_catalog_v1_ListBrandsRequest, ListBrandsRequest__Output as _social_catalog_v1_ListBrandsRequest__Output } from '../../../social/catalog/v1/ListBrandsRequest.ts';
import type { ListBrandsResponse as _social_catalog_v1_ListBrandsResponse, ListBrandsResponse__Output as _social_catalog_v1_ListBrandsResponse__Output } from '../../../social/catalog/v1/ListBrandsResponse.ts';
import type { ListCategoriesRequest as _social_catalog_v1_ListCategoriesRequest, ListCategoriesRequest__Output as _social_catalog_v1_ListCategoriesRequest__Output } from '../../../social/catalog/v1/ListCategoriesRequest.ts';
import type { ListCategoriesResponse as _social_catalog_v1_ListCategoriesResponse, ListCategoriesResponse__Output as _social_catalog_v1_ListCategoriesResponse__Output } from '../../../social/catalog/v1/ListCategoriesResponse.ts';
import type { ListLowStockRequest as _social_catalog_v1_ListLowStockRequest, ListLowStockRequest__Output as _social_catalog_v1_ListLowStockRequest__Output } from '../../../social/catalog/v1/ListLowStockRequest.ts';
import type { ListLowStockResponse as _social_catalog_v1_ListLowStockResponse, ListLowStockResponse__Output as _social_catalog_v1_ListLowStockResponse__Output } from '../../../social/catalog/v1/ListLowStockResponse.ts';
import type { ListMerchantsRequest as _social_catalog_v1_ListMerchantsRequest, ListMerchantsRequest__Output as _social_catalog_v1_ListMerchantsRequest__Output } from '../../../social/catalog/v1/ListMerchantsRequest.ts';
import type { ListMerchantsResponse as _social_catalog_v1_ListMerchantsResponse, ListMerchantsResponse__Output as _social_catalog_v1_ListMerchantsResponse__Output } from '../../../social/catalog/v1/ListMerchantsResponse.ts';
import type { ListPriceChangesResponse as _social_catalog_v1_ListPriceChangesResponse, ListPriceChangesResponse__Output as _social_catalog_v1_ListPriceChangesResponse__Output } from '../../../social/catalog/v1/ListPriceChangesResponse.ts';
import type { ListProductsRequest as _social_catalog_v1_ListProductsRequest, ListProductsRequest__Output as _social_catalog_v1_ListProductsRequest__Output } from '../../../social/catalog/v1/ListProductsRequest.ts';
import type { ListProductsResponse as _social_catalog_v1_ListProductsResponse, ListProductsResponse__Output as _social_catalog_v1_ListProductsResponse__Output } from '../../../social/catalog/v1/ListProductsResponse.ts';
import type { ListStockMovesResponse as _social_catalog_v1_ListStockMovesResponse, ListStockMovesResponse__Output as _social_catalog_v1_ListStockMovesResponse__Output } from '../../../social/catalog/v1/ListStockMovesResponse.ts';
import type { Merchant as _social_catalog_v1_Merchant, Merchant__Output as _social_catalog_v1_Merchant__Output } from '../../../social/catalog/v1/Merchant.ts';
import type { OwnSkuRequest as _social_catalog_v1_OwnSkuRequest, OwnSkuRequest__Output as _social_catalog_v1_OwnSkuRequest__Output } from '../../../social/catalog/v1/OwnSkuRequest.ts';
import type { Product as _social_catalog_v1_Product, Product__Output as _social_catalog_v1_Product__Output } from '../../../social/catalog/v1/Product.ts';
import type { RecountStockRequest as _social_catalog_v1_RecountStockRequest, RecountStockRequest__Output as _social_catalog_v1_RecountStockRequest__Output } from '../../../social/catalog/v1/RecountStockRequest.ts';
import type { RecountStockResponse as _social_catalog_v1_RecountStockResponse, RecountStockResponse__Output as _social_catalog_v1_RecountStockResponse__Output } from '../../../social/catalog/v1/RecountStockResponse.ts';
import type { RejectProductRequest as _social_catalog_v1_RejectProductRequest, RejectProductRequest__Output as _social_catalog_v1_RejectProductRequest__Output } from '../../../social/catalog/v1/RejectProductRequest.ts';
import type { SetCategoryAttributesRequest as _social_catalog_v1_SetCategoryAttributesRequest, SetCategoryAttributesRequest__Output as _social_catalog_v1_SetCategoryAttributesRequest__Output } from '../../../social/catalog/v1/SetCategoryAttributesRequest.ts';
import type { SetLowStockRequest as _social_catalog_v1_SetLowStockRequest, SetLowStockRequest__Output as _social_catalog_v1_SetLowStockRequest__Output } from '../../../social/catalog/v1/SetLowStockRequest.ts';
import type { SetLowStockResponse as _social_catalog_v1_SetLowStockResponse, SetLowStockResponse__Output as _social_catalog_v1_SetLowStockResponse__Output } from '../../../social/catalog/v1/SetLowStockResponse.ts';
import type { SetMerchantTrustedRequest as _social_catalog_v1_SetMerchantTrustedRequest, SetMerchantTrustedRequest__Output as _social_catalog_v1_SetMerchantTrustedRequest__Output } from '../../../social/catalog/v1/SetMerchantTrustedRequest.ts';
import type { SetOnSaleRequest as _social_catalog_v1_SetOnSaleRequest, SetOnSaleRequest__Output as _social_catalog_v1_SetOnSaleRequest__Output } from '../../../social/catalog/v1/SetOnSaleRequest.ts';
import type { SetSalePeriodRequest as _social_catalog_v1_SetSalePeriodRequest, SetSalePeriodRequest__Output as _social_catalog_v1_SetSalePeriodRequest__Output } from '../../../social/catalog/v1/SetSalePeriodRequest.ts';
import type { SetStockRequest as _social_catalog_v1_SetStockRequest, SetStockRequest__Output as _social_catalog_v1_SetStockRequest__Output } from '../../../social/catalog/v1/SetStockRequest.ts';
import type { Sku as _social_catalog_v1_Sku, Sku__Output as _social_catalog_v1_Sku__Output } from '../../../social/catalog/v1/Sku.ts';
import type { SkuHistoryRequest as _social_catalog_v1_SkuHistoryRequest, SkuHistoryRequest__Output as _social_catalog_v1_SkuHistoryRequest__Output } from '../../../social/catalog/v1/SkuHistoryRequest.ts';
import type { StockLevel as _social_catalog_v1_StockLevel, StockLevel__Output as _social_catalog_v1_StockLevel__Output } from '../../../social/catalog/v1/StockLevel.ts';
import type { SubmitProductRequest as _social_catalog_v1_SubmitProductRequest, SubmitProductRequest__Output as _social_catalog_v1_SubmitProductRequest__Output } from '../../../social/catalog/v1/SubmitProductRequest.ts';
import type { TakeDownProductRequest as _social_catalog_v1_TakeDownProductRequest, TakeDownProductRequest__Output as _social_catalog_v1_TakeDownProductRequest__Output } from '../../../social/catalog/v1/TakeDownProductRequest.ts';
import type { TakeStockForManyRequest as _social_catalog_v1_TakeStockForManyRequest, TakeStockForManyRequest__Output as _social_catalog_v1_TakeStockForManyRequest__Output } from '../../../social/catalog/v1/TakeStockForManyRequest.ts';
import type { TakeStockForManyResponse as _social_catalog_v1_TakeStockForManyResponse, TakeStockForManyResponse__Output as _social_catalog_v1_TakeStockForManyResponse__Output } from '../../../social/catalog/v1/TakeStockForManyResponse.ts';
import type { TakeStockRequest as _social_catalog_v1_TakeStockRequest, TakeStockRequest__Output as _social_catalog_v1_TakeStockRequest__Output } from '../../../social/catalog/v1/TakeStockRequest.ts';
import type { TakeStockResponse as _social_catalog_v1_TakeStockResponse, TakeStockResponse__Output as _social_catalog_v1_TakeStockResponse__Output } from '../../../social/catalog/v1/TakeStockResponse.ts';
import type { UpdateBrandRequest as _social_catalog_v1_UpdateBrandRequest, UpdateBrandRequest__Output as _social_catalog_v1_UpdateBrandRequest__Output } from '../../../social/catalog/v1/UpdateBrandRequest.ts';
import type { UpdateProductRequest as _social_catalog_v1_UpdateProductRequest, UpdateProductRequest__Output as _social_catalog_v1_UpdateProductRequest__Output } from '../../../social/catalog/v1/UpdateProductRequest.ts';
import type { WithdrawProductRequest as _social_catalog_v1_WithdrawProductRequest, WithdrawProductRequest__Output as _social_catalog_v1_WithdrawProductRequest__Output } from '../../../social/catalog/v1/WithdrawProductRequest.ts';

/**
 * Merchants, categories, products with their SKUs, and the stock of each SKU.
 */
export interface CatalogServiceClient extends grpc.Client {
  /**
   * Adds pieces to what nobody has taken, or takes them out, whatever is sold meanwhile. The merchant's staff and
   * operators, as in what follows. Errors: sku-not-found, quantity-invalid, out-of-stock.
   */
  AdjustStock(argument: _social_catalog_v1_AdjustStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  AdjustStock(argument: _social_catalog_v1_AdjustStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  AdjustStock(argument: _social_catalog_v1_AdjustStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  AdjustStock(argument: _social_catalog_v1_AdjustStockRequest, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  /**
   * Adds pieces to what nobody has taken, or takes them out, whatever is sold meanwhile. The merchant's staff and
   * operators, as in what follows. Errors: sku-not-found, quantity-invalid, out-of-stock.
   */
  adjustStock(argument: _social_catalog_v1_AdjustStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  adjustStock(argument: _social_catalog_v1_AdjustStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  adjustStock(argument: _social_catalog_v1_AdjustStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  adjustStock(argument: _social_catalog_v1_AdjustStockRequest, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only. Publishes what was read. Errors: forbidden, product-not-found, publication-refused, version-conflict.
   */
  ApproveProduct(argument: _social_catalog_v1_ApproveProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  ApproveProduct(argument: _social_catalog_v1_ApproveProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  ApproveProduct(argument: _social_catalog_v1_ApproveProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  ApproveProduct(argument: _social_catalog_v1_ApproveProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only. Publishes what was read. Errors: forbidden, product-not-found, publication-refused, version-conflict.
   */
  approveProduct(argument: _social_catalog_v1_ApproveProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  approveProduct(argument: _social_catalog_v1_ApproveProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  approveProduct(argument: _social_catalog_v1_ApproveProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  approveProduct(argument: _social_catalog_v1_ApproveProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * Services only. What a holder has reserved is sold, whole or in part; the rest goes back. Once a holder id.
   * Errors: stock-holder-closed (it gave its stock back, or took none), quantity-invalid.
   */
  CommitStock(argument: _social_catalog_v1_CommitStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  CommitStock(argument: _social_catalog_v1_CommitStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  CommitStock(argument: _social_catalog_v1_CommitStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  CommitStock(argument: _social_catalog_v1_CommitStockRequest, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Services only. What a holder has reserved is sold, whole or in part; the rest goes back. Once a holder id.
   * Errors: stock-holder-closed (it gave its stock back, or took none), quantity-invalid.
   */
  commitStock(argument: _social_catalog_v1_CommitStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  commitStock(argument: _social_catalog_v1_CommitStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  commitStock(argument: _social_catalog_v1_CommitStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  commitStock(argument: _social_catalog_v1_CommitStockRequest, callback: grpc.requestCallback<_social_catalog_v1_CommitStockResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only. Errors: forbidden, brand-slug-taken, request-invalid.
   */
  CreateBrand(argument: _social_catalog_v1_CreateBrandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  CreateBrand(argument: _social_catalog_v1_CreateBrandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  CreateBrand(argument: _social_catalog_v1_CreateBrandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  CreateBrand(argument: _social_catalog_v1_CreateBrandRequest, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only. Errors: forbidden, brand-slug-taken, request-invalid.
   */
  createBrand(argument: _social_catalog_v1_CreateBrandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  createBrand(argument: _social_catalog_v1_CreateBrandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  createBrand(argument: _social_catalog_v1_CreateBrandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  createBrand(argument: _social_catalog_v1_CreateBrandRequest, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only. Errors: forbidden, category-slug-taken, category-not-found (parent).
   */
  CreateCategory(argument: _social_catalog_v1_CreateCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  CreateCategory(argument: _social_catalog_v1_CreateCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  CreateCategory(argument: _social_catalog_v1_CreateCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  CreateCategory(argument: _social_catalog_v1_CreateCategoryRequest, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only. Errors: forbidden, category-slug-taken, category-not-found (parent).
   */
  createCategory(argument: _social_catalog_v1_CreateCategoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  createCategory(argument: _social_catalog_v1_CreateCategoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  createCategory(argument: _social_catalog_v1_CreateCategoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  createCategory(argument: _social_catalog_v1_CreateCategoryRequest, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only. Errors: forbidden, merchant-slug-taken.
   */
  CreateMerchant(argument: _social_catalog_v1_CreateMerchantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  CreateMerchant(argument: _social_catalog_v1_CreateMerchantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  CreateMerchant(argument: _social_catalog_v1_CreateMerchantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  CreateMerchant(argument: _social_catalog_v1_CreateMerchantRequest, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only. Errors: forbidden, merchant-slug-taken.
   */
  createMerchant(argument: _social_catalog_v1_CreateMerchantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  createMerchant(argument: _social_catalog_v1_CreateMerchantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  createMerchant(argument: _social_catalog_v1_CreateMerchantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  createMerchant(argument: _social_catalog_v1_CreateMerchantRequest, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff and operators. Errors: forbidden, handle-taken, category-not-found, brand-not-found,
   * merchant-not-found, product-invalid (also: on sale without an attribute that its category requires).
   */
  CreateProduct(argument: _social_catalog_v1_CreateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  CreateProduct(argument: _social_catalog_v1_CreateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  CreateProduct(argument: _social_catalog_v1_CreateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  CreateProduct(argument: _social_catalog_v1_CreateProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff and operators. Errors: forbidden, handle-taken, category-not-found, brand-not-found,
   * merchant-not-found, product-invalid (also: on sale without an attribute that its category requires).
   */
  createProduct(argument: _social_catalog_v1_CreateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  createProduct(argument: _social_catalog_v1_CreateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  createProduct(argument: _social_catalog_v1_CreateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  createProduct(argument: _social_catalog_v1_CreateProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * Soft delete: gone from lists and pages, readable in old orders. Errors: product-not-found.
   */
  DeleteProduct(argument: _social_catalog_v1_DeleteProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  DeleteProduct(argument: _social_catalog_v1_DeleteProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  DeleteProduct(argument: _social_catalog_v1_DeleteProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  DeleteProduct(argument: _social_catalog_v1_DeleteProductRequest, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Soft delete: gone from lists and pages, readable in old orders. Errors: product-not-found.
   */
  deleteProduct(argument: _social_catalog_v1_DeleteProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  deleteProduct(argument: _social_catalog_v1_DeleteProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  deleteProduct(argument: _social_catalog_v1_DeleteProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  deleteProduct(argument: _social_catalog_v1_DeleteProductRequest, callback: grpc.requestCallback<_social_catalog_v1_DeleteProductResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff and operators. From 1 to 500 edits by the rules of UpdateProduct and SetOnSale, in order, each with a
   * result of its own: one that is refused stops no other. Once a request; a repeat hears the same results.
   * Errors: forbidden, merchant-not-found, request-invalid, idempotency-key-reused.
   */
  EditProducts(argument: _social_catalog_v1_EditProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  EditProducts(argument: _social_catalog_v1_EditProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  EditProducts(argument: _social_catalog_v1_EditProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  EditProducts(argument: _social_catalog_v1_EditProductsRequest, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff and operators. From 1 to 500 edits by the rules of UpdateProduct and SetOnSale, in order, each with a
   * result of its own: one that is refused stops no other. Once a request; a repeat hears the same results.
   * Errors: forbidden, merchant-not-found, request-invalid, idempotency-key-reused.
   */
  editProducts(argument: _social_catalog_v1_EditProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  editProducts(argument: _social_catalog_v1_EditProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  editProducts(argument: _social_catalog_v1_EditProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  editProducts(argument: _social_catalog_v1_EditProductsRequest, callback: grpc.requestCallback<_social_catalog_v1_EditProductsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * A merchant's products, drafts and those off sale included, as the CSV that ImportProducts reads, by handle.
   * The merchant's staff and operators. Errors: forbidden, merchant-not-found.
   */
  ExportProducts(argument: _social_catalog_v1_ExportProductsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  ExportProducts(argument: _social_catalog_v1_ExportProductsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  /**
   * A merchant's products, drafts and those off sale included, as the CSV that ImportProducts reads, by handle.
   * The merchant's staff and operators. Errors: forbidden, merchant-not-found.
   */
  exportProducts(argument: _social_catalog_v1_ExportProductsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  exportProducts(argument: _social_catalog_v1_ExportProductsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_common_v1_FileChunk__Output>;
  
  /**
   * Media service only, before it removes pictures: which of up to 1,000 a product, SKU or brand was ever shown with, and
   * since when that is noted. Of older pictures nobody knows.
   */
  FindAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  FindAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  FindAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  FindAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Media service only, before it removes pictures: which of up to 1,000 a product, SKU or brand was ever shown with, and
   * since when that is noted. Of older pictures nobody knows.
   */
  findAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  findAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  findAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  findAttachedPictures(argument: _social_catalog_v1_FindAttachedPicturesRequest, callback: grpc.requestCallback<_social_catalog_v1_FindAttachedPicturesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Errors: brand-not-found.
   */
  GetBrand(argument: _social_catalog_v1_GetBrandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  GetBrand(argument: _social_catalog_v1_GetBrandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  GetBrand(argument: _social_catalog_v1_GetBrandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  GetBrand(argument: _social_catalog_v1_GetBrandRequest, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  /**
   * Errors: brand-not-found.
   */
  getBrand(argument: _social_catalog_v1_GetBrandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  getBrand(argument: _social_catalog_v1_GetBrandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  getBrand(argument: _social_catalog_v1_GetBrandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  getBrand(argument: _social_catalog_v1_GetBrandRequest, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  
  /**
   * Errors: merchant-not-found.
   */
  GetMerchant(argument: _social_catalog_v1_GetMerchantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  GetMerchant(argument: _social_catalog_v1_GetMerchantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  GetMerchant(argument: _social_catalog_v1_GetMerchantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  GetMerchant(argument: _social_catalog_v1_GetMerchantRequest, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  /**
   * Errors: merchant-not-found.
   */
  getMerchant(argument: _social_catalog_v1_GetMerchantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  getMerchant(argument: _social_catalog_v1_GetMerchantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  getMerchant(argument: _social_catalog_v1_GetMerchantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  getMerchant(argument: _social_catalog_v1_GetMerchantRequest, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff and operators get the newest words, also of what was deleted; others those that were approved.
   * Errors: product-not-found (also when it is not seen and the caller is not its merchant).
   */
  GetProduct(argument: _social_catalog_v1_GetProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  GetProduct(argument: _social_catalog_v1_GetProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  GetProduct(argument: _social_catalog_v1_GetProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  GetProduct(argument: _social_catalog_v1_GetProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff and operators get the newest words, also of what was deleted; others those that were approved.
   * Errors: product-not-found (also when it is not seen and the caller is not its merchant).
   */
  getProduct(argument: _social_catalog_v1_GetProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  getProduct(argument: _social_catalog_v1_GetProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  getProduct(argument: _social_catalog_v1_GetProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  getProduct(argument: _social_catalog_v1_GetProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * What a checkout or an activity needs of SKUs; SKUs off sale or deleted are left out.
   */
  GetSkus(argument: _social_catalog_v1_GetSkusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  GetSkus(argument: _social_catalog_v1_GetSkusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  GetSkus(argument: _social_catalog_v1_GetSkusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  GetSkus(argument: _social_catalog_v1_GetSkusRequest, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  /**
   * What a checkout or an activity needs of SKUs; SKUs off sale or deleted are left out.
   */
  getSkus(argument: _social_catalog_v1_GetSkusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  getSkus(argument: _social_catalog_v1_GetSkusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  getSkus(argument: _social_catalog_v1_GetSkusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  getSkus(argument: _social_catalog_v1_GetSkusRequest, callback: grpc.requestCallback<_social_catalog_v1_GetSkusResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * All counters of a SKU. Errors: sku-not-found.
   */
  GetStock(argument: _social_catalog_v1_OwnSkuRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  GetStock(argument: _social_catalog_v1_OwnSkuRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  GetStock(argument: _social_catalog_v1_OwnSkuRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  GetStock(argument: _social_catalog_v1_OwnSkuRequest, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  /**
   * All counters of a SKU. Errors: sku-not-found.
   */
  getStock(argument: _social_catalog_v1_OwnSkuRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  getStock(argument: _social_catalog_v1_OwnSkuRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  getStock(argument: _social_catalog_v1_OwnSkuRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  getStock(argument: _social_catalog_v1_OwnSkuRequest, callback: grpc.requestCallback<_social_catalog_v1_StockLevel__Output>): grpc.ClientUnaryCall;
  
  /**
   * Services only. Gives back what a holder has reserved, whole or in part, once a holder id; what it keeps is sold.
   * What is sold already stays so.
   * A holder that never took is marked, so that a late take is refused (stock-holder-closed).
   */
  GiveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  GiveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  GiveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  GiveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Services only. Gives back what a holder has reserved, whole or in part, once a holder id; what it keeps is sold.
   * What is sold already stays so.
   * A holder that never took is marked, so that a late take is refused (stock-holder-closed).
   */
  giveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  giveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  giveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  giveBackStock(argument: _social_catalog_v1_GiveBackStockRequest, callback: grpc.requestCallback<_social_catalog_v1_GiveBackStockResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Upserts products of one merchant from a Shopify product CSV, streamed. The first message carries the options,
   * later ones the bytes. The answer streams progress and row errors, and ends with `done`.
   */
  ImportProducts(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_social_catalog_v1_ImportProductsRequest, _social_catalog_v1_ImportProductsResponse__Output>;
  ImportProducts(options?: grpc.CallOptions): grpc.ClientDuplexStream<_social_catalog_v1_ImportProductsRequest, _social_catalog_v1_ImportProductsResponse__Output>;
  /**
   * Upserts products of one merchant from a Shopify product CSV, streamed. The first message carries the options,
   * later ones the bytes. The answer streams progress and row errors, and ends with `done`.
   */
  importProducts(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_social_catalog_v1_ImportProductsRequest, _social_catalog_v1_ImportProductsResponse__Output>;
  importProducts(options?: grpc.CallOptions): grpc.ClientDuplexStream<_social_catalog_v1_ImportProductsRequest, _social_catalog_v1_ImportProductsResponse__Output>;
  
  ListBrands(argument: _social_catalog_v1_ListBrandsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  ListBrands(argument: _social_catalog_v1_ListBrandsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  ListBrands(argument: _social_catalog_v1_ListBrandsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  ListBrands(argument: _social_catalog_v1_ListBrandsRequest, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  listBrands(argument: _social_catalog_v1_ListBrandsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  listBrands(argument: _social_catalog_v1_ListBrandsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  listBrands(argument: _social_catalog_v1_ListBrandsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  listBrands(argument: _social_catalog_v1_ListBrandsRequest, callback: grpc.requestCallback<_social_catalog_v1_ListBrandsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The whole tree, flat, parents before children.
   */
  ListCategories(argument: _social_catalog_v1_ListCategoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  ListCategories(argument: _social_catalog_v1_ListCategoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  ListCategories(argument: _social_catalog_v1_ListCategoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  ListCategories(argument: _social_catalog_v1_ListCategoriesRequest, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The whole tree, flat, parents before children.
   */
  listCategories(argument: _social_catalog_v1_ListCategoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  listCategories(argument: _social_catalog_v1_ListCategoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  listCategories(argument: _social_catalog_v1_ListCategoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  listCategories(argument: _social_catalog_v1_ListCategoriesRequest, callback: grpc.requestCallback<_social_catalog_v1_ListCategoriesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's SKUs whose stock is low, fewest first, keyset-paged. Errors: cursor-invalid.
   */
  ListLowStock(argument: _social_catalog_v1_ListLowStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  ListLowStock(argument: _social_catalog_v1_ListLowStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  ListLowStock(argument: _social_catalog_v1_ListLowStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  ListLowStock(argument: _social_catalog_v1_ListLowStockRequest, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's SKUs whose stock is low, fewest first, keyset-paged. Errors: cursor-invalid.
   */
  listLowStock(argument: _social_catalog_v1_ListLowStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  listLowStock(argument: _social_catalog_v1_ListLowStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  listLowStock(argument: _social_catalog_v1_ListLowStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  listLowStock(argument: _social_catalog_v1_ListLowStockRequest, callback: grpc.requestCallback<_social_catalog_v1_ListLowStockResponse__Output>): grpc.ClientUnaryCall;
  
  ListMerchants(argument: _social_catalog_v1_ListMerchantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  ListMerchants(argument: _social_catalog_v1_ListMerchantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  ListMerchants(argument: _social_catalog_v1_ListMerchantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  ListMerchants(argument: _social_catalog_v1_ListMerchantsRequest, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  listMerchants(argument: _social_catalog_v1_ListMerchantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  listMerchants(argument: _social_catalog_v1_ListMerchantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  listMerchants(argument: _social_catalog_v1_ListMerchantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  listMerchants(argument: _social_catalog_v1_ListMerchantsRequest, callback: grpc.requestCallback<_social_catalog_v1_ListMerchantsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Every change of a SKU's price, newest first, keyset-paged. Errors: sku-not-found, cursor-invalid.
   */
  ListPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  ListPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  ListPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  ListPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Every change of a SKU's price, newest first, keyset-paged. Errors: sku-not-found, cursor-invalid.
   */
  listPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  listPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  listPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  listPriceChanges(argument: _social_catalog_v1_SkuHistoryRequest, callback: grpc.requestCallback<_social_catalog_v1_ListPriceChangesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Keyset-paged. Errors: cursor-invalid.
   */
  ListProducts(argument: _social_catalog_v1_ListProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  ListProducts(argument: _social_catalog_v1_ListProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  ListProducts(argument: _social_catalog_v1_ListProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  ListProducts(argument: _social_catalog_v1_ListProductsRequest, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Keyset-paged. Errors: cursor-invalid.
   */
  listProducts(argument: _social_catalog_v1_ListProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  listProducts(argument: _social_catalog_v1_ListProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  listProducts(argument: _social_catalog_v1_ListProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  listProducts(argument: _social_catalog_v1_ListProductsRequest, callback: grpc.requestCallback<_social_catalog_v1_ListProductsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Every change of a SKU's stock, newest first, keyset-paged. Errors: sku-not-found, cursor-invalid.
   */
  ListStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  ListStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  ListStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  ListStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Every change of a SKU's stock, newest first, keyset-paged. Errors: sku-not-found, cursor-invalid.
   */
  listStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  listStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  listStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  listStockMoves(argument: _social_catalog_v1_SkuHistoryRequest, callback: grpc.requestCallback<_social_catalog_v1_ListStockMovesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only. Compares every counter of stock with its movements, and every holder with its movements and with
   * what orders and group-buy say of it. Streams how far it is and what differs, and ends with `done`. Right while the
   * platform works: what differs is looked at again before it is told. Errors: forbidden, service-unavailable.
   */
  RecountStock(argument: _social_catalog_v1_RecountStockRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_catalog_v1_RecountStockResponse__Output>;
  RecountStock(argument: _social_catalog_v1_RecountStockRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_catalog_v1_RecountStockResponse__Output>;
  /**
   * Operators only. Compares every counter of stock with its movements, and every holder with its movements and with
   * what orders and group-buy say of it. Streams how far it is and what differs, and ends with `done`. Right while the
   * platform works: what differs is looked at again before it is told. Errors: forbidden, service-unavailable.
   */
  recountStock(argument: _social_catalog_v1_RecountStockRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_catalog_v1_RecountStockResponse__Output>;
  recountStock(argument: _social_catalog_v1_RecountStockRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_social_catalog_v1_RecountStockResponse__Output>;
  
  /**
   * Operators only. Words that were approved before are still seen. Errors: as ApproveProduct, request-invalid (no reason).
   */
  RejectProduct(argument: _social_catalog_v1_RejectProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  RejectProduct(argument: _social_catalog_v1_RejectProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  RejectProduct(argument: _social_catalog_v1_RejectProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  RejectProduct(argument: _social_catalog_v1_RejectProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only. Words that were approved before are still seen. Errors: as ApproveProduct, request-invalid (no reason).
   */
  rejectProduct(argument: _social_catalog_v1_RejectProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  rejectProduct(argument: _social_catalog_v1_RejectProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  rejectProduct(argument: _social_catalog_v1_RejectProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  rejectProduct(argument: _social_catalog_v1_RejectProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only. What products of the category and below it tell of themselves.
   * Errors: forbidden, category-not-found, request-invalid.
   */
  SetCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  SetCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  SetCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  SetCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only. What products of the category and below it tell of themselves.
   * Errors: forbidden, category-not-found, request-invalid.
   */
  setCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  setCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  setCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  setCategoryAttributes(argument: _social_catalog_v1_SetCategoryAttributesRequest, callback: grpc.requestCallback<_social_catalog_v1_Category__Output>): grpc.ClientUnaryCall;
  
  /**
   * At how many pieces a SKU's stock is low: of one SKU, or of all of the merchant's that have no threshold of their own.
   * The default comes to known SKUs within seconds. Errors: sku-not-found, quantity-invalid.
   */
  SetLowStock(argument: _social_catalog_v1_SetLowStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  SetLowStock(argument: _social_catalog_v1_SetLowStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  SetLowStock(argument: _social_catalog_v1_SetLowStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  SetLowStock(argument: _social_catalog_v1_SetLowStockRequest, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * At how many pieces a SKU's stock is low: of one SKU, or of all of the merchant's that have no threshold of their own.
   * The default comes to known SKUs within seconds. Errors: sku-not-found, quantity-invalid.
   */
  setLowStock(argument: _social_catalog_v1_SetLowStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  setLowStock(argument: _social_catalog_v1_SetLowStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  setLowStock(argument: _social_catalog_v1_SetLowStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  setLowStock(argument: _social_catalog_v1_SetLowStockRequest, callback: grpc.requestCallback<_social_catalog_v1_SetLowStockResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only: whether the merchant's goods are seen without a review. Errors: forbidden, merchant-not-found.
   */
  SetMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  SetMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  SetMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  SetMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only: whether the merchant's goods are seen without a review. Errors: forbidden, merchant-not-found.
   */
  setMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  setMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  setMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  setMerchantTrusted(argument: _social_catalog_v1_SetMerchantTrustedRequest, callback: grpc.requestCallback<_social_catalog_v1_Merchant__Output>): grpc.ClientUnaryCall;
  
  /**
   * Puts a product on or off sale; a draft that is put on sale is submitted. Errors: product-not-found.
   */
  SetOnSale(argument: _social_catalog_v1_SetOnSaleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SetOnSale(argument: _social_catalog_v1_SetOnSaleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SetOnSale(argument: _social_catalog_v1_SetOnSaleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SetOnSale(argument: _social_catalog_v1_SetOnSaleRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * Puts a product on or off sale; a draft that is put on sale is submitted. Errors: product-not-found.
   */
  setOnSale(argument: _social_catalog_v1_SetOnSaleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  setOnSale(argument: _social_catalog_v1_SetOnSaleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  setOnSale(argument: _social_catalog_v1_SetOnSaleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  setOnSale(argument: _social_catalog_v1_SetOnSaleRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says when a product goes on sale and off by itself; replaces what was said before. A draft is submitted.
   * Errors: product-not-found, product-invalid (it ends before it begins, or has ended).
   */
  SetSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SetSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SetSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SetSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * Says when a product goes on sale and off by itself; replaces what was said before. A draft is submitted.
   * Errors: product-not-found, product-invalid (it ends before it begins, or has ended).
   */
  setSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  setSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  setSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  setSalePeriod(argument: _social_catalog_v1_SetSalePeriodRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sets what nobody has taken of a SKU. Errors: sku-not-found, quantity-invalid.
   */
  SetStock(argument: _social_catalog_v1_SetStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  SetStock(argument: _social_catalog_v1_SetStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  SetStock(argument: _social_catalog_v1_SetStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  SetStock(argument: _social_catalog_v1_SetStockRequest, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  /**
   * Sets what nobody has taken of a SKU. Errors: sku-not-found, quantity-invalid.
   */
  setStock(argument: _social_catalog_v1_SetStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  setStock(argument: _social_catalog_v1_SetStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  setStock(argument: _social_catalog_v1_SetStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  setStock(argument: _social_catalog_v1_SetStockRequest, callback: grpc.requestCallback<_social_catalog_v1_Sku__Output>): grpc.ClientUnaryCall;
  
  /**
   * Asks for a draft, or what was rejected, to be seen: staff of a trusted merchant and operators publish a draft at once.
   * Errors: product-not-found, publication-refused, forbidden.
   */
  SubmitProduct(argument: _social_catalog_v1_SubmitProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SubmitProduct(argument: _social_catalog_v1_SubmitProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SubmitProduct(argument: _social_catalog_v1_SubmitProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  SubmitProduct(argument: _social_catalog_v1_SubmitProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * Asks for a draft, or what was rejected, to be seen: staff of a trusted merchant and operators publish a draft at once.
   * Errors: product-not-found, publication-refused, forbidden.
   */
  submitProduct(argument: _social_catalog_v1_SubmitProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  submitProduct(argument: _social_catalog_v1_SubmitProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  submitProduct(argument: _social_catalog_v1_SubmitProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  submitProduct(argument: _social_catalog_v1_SubmitProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only. Nothing of it is seen any more. Errors: forbidden, product-not-found, request-invalid (no reason).
   */
  TakeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  TakeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  TakeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  TakeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only. Nothing of it is seen any more. Errors: forbidden, product-not-found, request-invalid (no reason).
   */
  takeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  takeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  takeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  takeDownProduct(argument: _social_catalog_v1_TakeDownProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * Services only. Reserves stock for one or more holders (an order, an activity), all or nothing,
   * once a holder id. Errors: out-of-stock, sku-not-found.
   */
  TakeStock(argument: _social_catalog_v1_TakeStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  TakeStock(argument: _social_catalog_v1_TakeStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  TakeStock(argument: _social_catalog_v1_TakeStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  TakeStock(argument: _social_catalog_v1_TakeStockRequest, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Services only. Reserves stock for one or more holders (an order, an activity), all or nothing,
   * once a holder id. Errors: out-of-stock, sku-not-found.
   */
  takeStock(argument: _social_catalog_v1_TakeStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  takeStock(argument: _social_catalog_v1_TakeStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  takeStock(argument: _social_catalog_v1_TakeStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  takeStock(argument: _social_catalog_v1_TakeStockRequest, callback: grpc.requestCallback<_social_catalog_v1_TakeStockResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Services only. Many takes that have nothing to do with each other; results stand in their order.
   */
  TakeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  TakeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  TakeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  TakeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Services only. Many takes that have nothing to do with each other; results stand in their order.
   */
  takeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  takeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  takeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  takeStockForMany(argument: _social_catalog_v1_TakeStockForManyRequest, callback: grpc.requestCallback<_social_catalog_v1_TakeStockForManyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Operators only; replaces all of it. Errors: forbidden, brand-not-found, brand-slug-taken, request-invalid.
   */
  UpdateBrand(argument: _social_catalog_v1_UpdateBrandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  UpdateBrand(argument: _social_catalog_v1_UpdateBrandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  UpdateBrand(argument: _social_catalog_v1_UpdateBrandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  UpdateBrand(argument: _social_catalog_v1_UpdateBrandRequest, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  /**
   * Operators only; replaces all of it. Errors: forbidden, brand-not-found, brand-slug-taken, request-invalid.
   */
  updateBrand(argument: _social_catalog_v1_UpdateBrandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  updateBrand(argument: _social_catalog_v1_UpdateBrandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  updateBrand(argument: _social_catalog_v1_UpdateBrandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  updateBrand(argument: _social_catalog_v1_UpdateBrandRequest, callback: grpc.requestCallback<_social_catalog_v1_Brand__Output>): grpc.ClientUnaryCall;
  
  /**
   * Replaces title, description, category, pictures and SKUs; refuses a stale version. Errors: product-not-found, version-conflict.
   */
  UpdateProduct(argument: _social_catalog_v1_UpdateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  UpdateProduct(argument: _social_catalog_v1_UpdateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  UpdateProduct(argument: _social_catalog_v1_UpdateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  UpdateProduct(argument: _social_catalog_v1_UpdateProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * Replaces title, description, category, pictures and SKUs; refuses a stale version. Errors: product-not-found, version-conflict.
   */
  updateProduct(argument: _social_catalog_v1_UpdateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  updateProduct(argument: _social_catalog_v1_UpdateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  updateProduct(argument: _social_catalog_v1_UpdateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  updateProduct(argument: _social_catalog_v1_UpdateProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
  /**
   * The merchant's staff take it back from review. Errors: product-not-found, publication-refused, forbidden.
   */
  WithdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  WithdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  WithdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  WithdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  /**
   * The merchant's staff take it back from review. Errors: product-not-found, publication-refused, forbidden.
   */
  withdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  withdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  withdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  withdrawProduct(argument: _social_catalog_v1_WithdrawProductRequest, callback: grpc.requestCallback<_social_catalog_v1_Product__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Merchants, categories, products with their SKUs, and the stock of each SKU.
 */
export interface CatalogServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Adds pieces to what nobody has taken, or takes them out, whatever is sold meanwhile. The merchant's staff and
   * operators, as in what follows. Errors: sku-not-found, quantity-invalid, out-of-stock.
   */
  AdjustStock: grpc.handleUnaryCall<_social_catalog_v1_AdjustStockRequest__Output, _social_catalog_v1_StockLevel>;
  
  /**
   * Operators only. Publishes what was read. Errors: forbidden, product-not-found, publication-refused, version-conflict.
   */
  ApproveProduct: grpc.handleUnaryCall<_social_catalog_v1_ApproveProductRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * Services only. What a holder has reserved is sold, whole or in part; the rest goes back. Once a holder id.
   * Errors: stock-holder-closed (it gave its stock back, or took none), quantity-invalid.
   */
  CommitStock: grpc.handleUnaryCall<_social_catalog_v1_CommitStockRequest__Output, _social_catalog_v1_CommitStockResponse>;
  
  /**
   * Operators only. Errors: forbidden, brand-slug-taken, request-invalid.
   */
  CreateBrand: grpc.handleUnaryCall<_social_catalog_v1_CreateBrandRequest__Output, _social_catalog_v1_Brand>;
  
  /**
   * Operators only. Errors: forbidden, category-slug-taken, category-not-found (parent).
   */
  CreateCategory: grpc.handleUnaryCall<_social_catalog_v1_CreateCategoryRequest__Output, _social_catalog_v1_Category>;
  
  /**
   * Operators only. Errors: forbidden, merchant-slug-taken.
   */
  CreateMerchant: grpc.handleUnaryCall<_social_catalog_v1_CreateMerchantRequest__Output, _social_catalog_v1_Merchant>;
  
  /**
   * The merchant's staff and operators. Errors: forbidden, handle-taken, category-not-found, brand-not-found,
   * merchant-not-found, product-invalid (also: on sale without an attribute that its category requires).
   */
  CreateProduct: grpc.handleUnaryCall<_social_catalog_v1_CreateProductRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * Soft delete: gone from lists and pages, readable in old orders. Errors: product-not-found.
   */
  DeleteProduct: grpc.handleUnaryCall<_social_catalog_v1_DeleteProductRequest__Output, _social_catalog_v1_DeleteProductResponse>;
  
  /**
   * The merchant's staff and operators. From 1 to 500 edits by the rules of UpdateProduct and SetOnSale, in order, each with a
   * result of its own: one that is refused stops no other. Once a request; a repeat hears the same results.
   * Errors: forbidden, merchant-not-found, request-invalid, idempotency-key-reused.
   */
  EditProducts: grpc.handleUnaryCall<_social_catalog_v1_EditProductsRequest__Output, _social_catalog_v1_EditProductsResponse>;
  
  /**
   * A merchant's products, drafts and those off sale included, as the CSV that ImportProducts reads, by handle.
   * The merchant's staff and operators. Errors: forbidden, merchant-not-found.
   */
  ExportProducts: grpc.handleServerStreamingCall<_social_catalog_v1_ExportProductsRequest__Output, _social_common_v1_FileChunk>;
  
  /**
   * Media service only, before it removes pictures: which of up to 1,000 a product, SKU or brand was ever shown with, and
   * since when that is noted. Of older pictures nobody knows.
   */
  FindAttachedPictures: grpc.handleUnaryCall<_social_catalog_v1_FindAttachedPicturesRequest__Output, _social_catalog_v1_FindAttachedPicturesResponse>;
  
  /**
   * Errors: brand-not-found.
   */
  GetBrand: grpc.handleUnaryCall<_social_catalog_v1_GetBrandRequest__Output, _social_catalog_v1_Brand>;
  
  /**
   * Errors: merchant-not-found.
   */
  GetMerchant: grpc.handleUnaryCall<_social_catalog_v1_GetMerchantRequest__Output, _social_catalog_v1_Merchant>;
  
  /**
   * The merchant's staff and operators get the newest words, also of what was deleted; others those that were approved.
   * Errors: product-not-found (also when it is not seen and the caller is not its merchant).
   */
  GetProduct: grpc.handleUnaryCall<_social_catalog_v1_GetProductRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * What a checkout or an activity needs of SKUs; SKUs off sale or deleted are left out.
   */
  GetSkus: grpc.handleUnaryCall<_social_catalog_v1_GetSkusRequest__Output, _social_catalog_v1_GetSkusResponse>;
  
  /**
   * All counters of a SKU. Errors: sku-not-found.
   */
  GetStock: grpc.handleUnaryCall<_social_catalog_v1_OwnSkuRequest__Output, _social_catalog_v1_StockLevel>;
  
  /**
   * Services only. Gives back what a holder has reserved, whole or in part, once a holder id; what it keeps is sold.
   * What is sold already stays so.
   * A holder that never took is marked, so that a late take is refused (stock-holder-closed).
   */
  GiveBackStock: grpc.handleUnaryCall<_social_catalog_v1_GiveBackStockRequest__Output, _social_catalog_v1_GiveBackStockResponse>;
  
  /**
   * Upserts products of one merchant from a Shopify product CSV, streamed. The first message carries the options,
   * later ones the bytes. The answer streams progress and row errors, and ends with `done`.
   */
  ImportProducts: grpc.handleBidiStreamingCall<_social_catalog_v1_ImportProductsRequest__Output, _social_catalog_v1_ImportProductsResponse>;
  
  ListBrands: grpc.handleUnaryCall<_social_catalog_v1_ListBrandsRequest__Output, _social_catalog_v1_ListBrandsResponse>;
  
  /**
   * The whole tree, flat, parents before children.
   */
  ListCategories: grpc.handleUnaryCall<_social_catalog_v1_ListCategoriesRequest__Output, _social_catalog_v1_ListCategoriesResponse>;
  
  /**
   * The merchant's SKUs whose stock is low, fewest first, keyset-paged. Errors: cursor-invalid.
   */
  ListLowStock: grpc.handleUnaryCall<_social_catalog_v1_ListLowStockRequest__Output, _social_catalog_v1_ListLowStockResponse>;
  
  ListMerchants: grpc.handleUnaryCall<_social_catalog_v1_ListMerchantsRequest__Output, _social_catalog_v1_ListMerchantsResponse>;
  
  /**
   * Every change of a SKU's price, newest first, keyset-paged. Errors: sku-not-found, cursor-invalid.
   */
  ListPriceChanges: grpc.handleUnaryCall<_social_catalog_v1_SkuHistoryRequest__Output, _social_catalog_v1_ListPriceChangesResponse>;
  
  /**
   * Keyset-paged. Errors: cursor-invalid.
   */
  ListProducts: grpc.handleUnaryCall<_social_catalog_v1_ListProductsRequest__Output, _social_catalog_v1_ListProductsResponse>;
  
  /**
   * Every change of a SKU's stock, newest first, keyset-paged. Errors: sku-not-found, cursor-invalid.
   */
  ListStockMoves: grpc.handleUnaryCall<_social_catalog_v1_SkuHistoryRequest__Output, _social_catalog_v1_ListStockMovesResponse>;
  
  /**
   * Operators only. Compares every counter of stock with its movements, and every holder with its movements and with
   * what orders and group-buy say of it. Streams how far it is and what differs, and ends with `done`. Right while the
   * platform works: what differs is looked at again before it is told. Errors: forbidden, service-unavailable.
   */
  RecountStock: grpc.handleServerStreamingCall<_social_catalog_v1_RecountStockRequest__Output, _social_catalog_v1_RecountStockResponse>;
  
  /**
   * Operators only. Words that were approved before are still seen. Errors: as ApproveProduct, request-invalid (no reason).
   */
  RejectProduct: grpc.handleUnaryCall<_social_catalog_v1_RejectProductRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * Operators only. What products of the category and below it tell of themselves.
   * Errors: forbidden, category-not-found, request-invalid.
   */
  SetCategoryAttributes: grpc.handleUnaryCall<_social_catalog_v1_SetCategoryAttributesRequest__Output, _social_catalog_v1_Category>;
  
  /**
   * At how many pieces a SKU's stock is low: of one SKU, or of all of the merchant's that have no threshold of their own.
   * The default comes to known SKUs within seconds. Errors: sku-not-found, quantity-invalid.
   */
  SetLowStock: grpc.handleUnaryCall<_social_catalog_v1_SetLowStockRequest__Output, _social_catalog_v1_SetLowStockResponse>;
  
  /**
   * Operators only: whether the merchant's goods are seen without a review. Errors: forbidden, merchant-not-found.
   */
  SetMerchantTrusted: grpc.handleUnaryCall<_social_catalog_v1_SetMerchantTrustedRequest__Output, _social_catalog_v1_Merchant>;
  
  /**
   * Puts a product on or off sale; a draft that is put on sale is submitted. Errors: product-not-found.
   */
  SetOnSale: grpc.handleUnaryCall<_social_catalog_v1_SetOnSaleRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * Says when a product goes on sale and off by itself; replaces what was said before. A draft is submitted.
   * Errors: product-not-found, product-invalid (it ends before it begins, or has ended).
   */
  SetSalePeriod: grpc.handleUnaryCall<_social_catalog_v1_SetSalePeriodRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * Sets what nobody has taken of a SKU. Errors: sku-not-found, quantity-invalid.
   */
  SetStock: grpc.handleUnaryCall<_social_catalog_v1_SetStockRequest__Output, _social_catalog_v1_Sku>;
  
  /**
   * Asks for a draft, or what was rejected, to be seen: staff of a trusted merchant and operators publish a draft at once.
   * Errors: product-not-found, publication-refused, forbidden.
   */
  SubmitProduct: grpc.handleUnaryCall<_social_catalog_v1_SubmitProductRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * Operators only. Nothing of it is seen any more. Errors: forbidden, product-not-found, request-invalid (no reason).
   */
  TakeDownProduct: grpc.handleUnaryCall<_social_catalog_v1_TakeDownProductRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * Services only. Reserves stock for one or more holders (an order, an activity), all or nothing,
   * once a holder id. Errors: out-of-stock, sku-not-found.
   */
  TakeStock: grpc.handleUnaryCall<_social_catalog_v1_TakeStockRequest__Output, _social_catalog_v1_TakeStockResponse>;
  
  /**
   * Services only. Many takes that have nothing to do with each other; results stand in their order.
   */
  TakeStockForMany: grpc.handleUnaryCall<_social_catalog_v1_TakeStockForManyRequest__Output, _social_catalog_v1_TakeStockForManyResponse>;
  
  /**
   * Operators only; replaces all of it. Errors: forbidden, brand-not-found, brand-slug-taken, request-invalid.
   */
  UpdateBrand: grpc.handleUnaryCall<_social_catalog_v1_UpdateBrandRequest__Output, _social_catalog_v1_Brand>;
  
  /**
   * Replaces title, description, category, pictures and SKUs; refuses a stale version. Errors: product-not-found, version-conflict.
   */
  UpdateProduct: grpc.handleUnaryCall<_social_catalog_v1_UpdateProductRequest__Output, _social_catalog_v1_Product>;
  
  /**
   * The merchant's staff take it back from review. Errors: product-not-found, publication-refused, forbidden.
   */
  WithdrawProduct: grpc.handleUnaryCall<_social_catalog_v1_WithdrawProductRequest__Output, _social_catalog_v1_Product>;
  
}

export interface CatalogServiceDefinition extends grpc.ServiceDefinition {
  AdjustStock: MethodDefinition<_social_catalog_v1_AdjustStockRequest, _social_catalog_v1_StockLevel, _social_catalog_v1_AdjustStockRequest__Output, _social_catalog_v1_StockLevel__Output>
  ApproveProduct: MethodDefinition<_social_catalog_v1_ApproveProductRequest, _social_catalog_v1_Product, _social_catalog_v1_ApproveProductRequest__Output, _social_catalog_v1_Product__Output>
  CommitStock: MethodDefinition<_social_catalog_v1_CommitStockRequest, _social_catalog_v1_CommitStockResponse, _social_catalog_v1_CommitStockRequest__Output, _social_catalog_v1_CommitStockResponse__Output>
  CreateBrand: MethodDefinition<_social_catalog_v1_CreateBrandRequest, _social_catalog_v1_Brand, _social_catalog_v1_CreateBrandRequest__Output, _social_catalog_v1_Brand__Output>
  CreateCategory: MethodDefinition<_social_catalog_v1_CreateCategoryRequest, _social_catalog_v1_Category, _social_catalog_v1_CreateCategoryRequest__Output, _social_catalog_v1_Category__Output>
  CreateMerchant: MethodDefinition<_social_catalog_v1_CreateMerchantRequest, _social_catalog_v1_Merchant, _social_catalog_v1_CreateMerchantRequest__Output, _social_catalog_v1_Merchant__Output>
  CreateProduct: MethodDefinition<_social_catalog_v1_CreateProductRequest, _social_catalog_v1_Product, _social_catalog_v1_CreateProductRequest__Output, _social_catalog_v1_Product__Output>
  DeleteProduct: MethodDefinition<_social_catalog_v1_DeleteProductRequest, _social_catalog_v1_DeleteProductResponse, _social_catalog_v1_DeleteProductRequest__Output, _social_catalog_v1_DeleteProductResponse__Output>
  EditProducts: MethodDefinition<_social_catalog_v1_EditProductsRequest, _social_catalog_v1_EditProductsResponse, _social_catalog_v1_EditProductsRequest__Output, _social_catalog_v1_EditProductsResponse__Output>
  ExportProducts: MethodDefinition<_social_catalog_v1_ExportProductsRequest, _social_common_v1_FileChunk, _social_catalog_v1_ExportProductsRequest__Output, _social_common_v1_FileChunk__Output>
  FindAttachedPictures: MethodDefinition<_social_catalog_v1_FindAttachedPicturesRequest, _social_catalog_v1_FindAttachedPicturesResponse, _social_catalog_v1_FindAttachedPicturesRequest__Output, _social_catalog_v1_FindAttachedPicturesResponse__Output>
  GetBrand: MethodDefinition<_social_catalog_v1_GetBrandRequest, _social_catalog_v1_Brand, _social_catalog_v1_GetBrandRequest__Output, _social_catalog_v1_Brand__Output>
  GetMerchant: MethodDefinition<_social_catalog_v1_GetMerchantRequest, _social_catalog_v1_Merchant, _social_catalog_v1_GetMerchantRequest__Output, _social_catalog_v1_Merchant__Output>
  GetProduct: MethodDefinition<_social_catalog_v1_GetProductRequest, _social_catalog_v1_Product, _social_catalog_v1_GetProductRequest__Output, _social_catalog_v1_Product__Output>
  GetSkus: MethodDefinition<_social_catalog_v1_GetSkusRequest, _social_catalog_v1_GetSkusResponse, _social_catalog_v1_GetSkusRequest__Output, _social_catalog_v1_GetSkusResponse__Output>
  GetStock: MethodDefinition<_social_catalog_v1_OwnSkuRequest, _social_catalog_v1_StockLevel, _social_catalog_v1_OwnSkuRequest__Output, _social_catalog_v1_StockLevel__Output>
  GiveBackStock: MethodDefinition<_social_catalog_v1_GiveBackStockRequest, _social_catalog_v1_GiveBackStockResponse, _social_catalog_v1_GiveBackStockRequest__Output, _social_catalog_v1_GiveBackStockResponse__Output>
  ImportProducts: MethodDefinition<_social_catalog_v1_ImportProductsRequest, _social_catalog_v1_ImportProductsResponse, _social_catalog_v1_ImportProductsRequest__Output, _social_catalog_v1_ImportProductsResponse__Output>
  ListBrands: MethodDefinition<_social_catalog_v1_ListBrandsRequest, _social_catalog_v1_ListBrandsResponse, _social_catalog_v1_ListBrandsRequest__Output, _social_catalog_v1_ListBrandsResponse__Output>
  ListCategories: MethodDefinition<_social_catalog_v1_ListCategoriesRequest, _social_catalog_v1_ListCategoriesResponse, _social_catalog_v1_ListCategoriesRequest__Output, _social_catalog_v1_ListCategoriesResponse__Output>
  ListLowStock: MethodDefinition<_social_catalog_v1_ListLowStockRequest, _social_catalog_v1_ListLowStockResponse, _social_catalog_v1_ListLowStockRequest__Output, _social_catalog_v1_ListLowStockResponse__Output>
  ListMerchants: MethodDefinition<_social_catalog_v1_ListMerchantsRequest, _social_catalog_v1_ListMerchantsResponse, _social_catalog_v1_ListMerchantsRequest__Output, _social_catalog_v1_ListMerchantsResponse__Output>
  ListPriceChanges: MethodDefinition<_social_catalog_v1_SkuHistoryRequest, _social_catalog_v1_ListPriceChangesResponse, _social_catalog_v1_SkuHistoryRequest__Output, _social_catalog_v1_ListPriceChangesResponse__Output>
  ListProducts: MethodDefinition<_social_catalog_v1_ListProductsRequest, _social_catalog_v1_ListProductsResponse, _social_catalog_v1_ListProductsRequest__Output, _social_catalog_v1_ListProductsResponse__Output>
  ListStockMoves: MethodDefinition<_social_catalog_v1_SkuHistoryRequest, _social_catalog_v1_ListStockMovesResponse, _social_catalog_v1_SkuHistoryRequest__Output, _social_catalog_v1_ListStockMovesResponse__Output>
  RecountStock: MethodDefinition<_social_catalog_v1_RecountStockRequest, _social_catalog_v1_RecountStockResponse, _social_catalog_v1_RecountStockRequest__Output, _social_catalog_v1_RecountStockResponse__Output>
  RejectProduct: MethodDefinition<_social_catalog_v1_RejectProductRequest, _social_catalog_v1_Product, _social_catalog_v1_RejectProductRequest__Output, _social_catalog_v1_Product__Output>
  SetCategoryAttributes: MethodDefinition<_social_catalog_v1_SetCategoryAttributesRequest, _social_catalog_v1_Category, _social_catalog_v1_SetCategoryAttributesRequest__Output, _social_catalog_v1_Category__Output>
  SetLowStock: MethodDefinition<_social_catalog_v1_SetLowStockRequest, _social_catalog_v1_SetLowStockResponse, _social_catalog_v1_SetLowStockRequest__Output, _social_catalog_v1_SetLowStockResponse__Output>
  SetMerchantTrusted: MethodDefinition<_social_catalog_v1_SetMerchantTrustedRequest, _social_catalog_v1_Merchant, _social_catalog_v1_SetMerchantTrustedRequest__Output, _social_catalog_v1_Merchant__Output>
  SetOnSale: MethodDefinition<_social_catalog_v1_SetOnSaleRequest, _social_catalog_v1_Product, _social_catalog_v1_SetOnSaleRequest__Output, _social_catalog_v1_Product__Output>
  SetSalePeriod: MethodDefinition<_social_catalog_v1_SetSalePeriodRequest, _social_catalog_v1_Product, _social_catalog_v1_SetSalePeriodRequest__Output, _social_catalog_v1_Product__Output>
  SetStock: MethodDefinition<_social_catalog_v1_SetStockRequest, _social_catalog_v1_Sku, _social_catalog_v1_SetStockRequest__Output, _social_catalog_v1_Sku__Output>
  SubmitProduct: MethodDefinition<_social_catalog_v1_SubmitProductRequest, _social_catalog_v1_Product, _social_catalog_v1_SubmitProductRequest__Output, _social_catalog_v1_Product__Output>
  TakeDownProduct: MethodDefinition<_social_catalog_v1_TakeDownProductRequest, _social_catalog_v1_Product, _social_catalog_v1_TakeDownProductRequest__Output, _social_catalog_v1_Product__Output>
  TakeStock: MethodDefinition<_social_catalog_v1_TakeStockRequest, _social_catalog_v1_TakeStockResponse, _social_catalog_v1_TakeStockRequest__Output, _social_catalog_v1_TakeStockResponse__Output>
  TakeStockForMany: MethodDefinition<_social_catalog_v1_TakeStockForManyRequest, _social_catalog_v1_TakeStockForManyResponse, _social_catalog_v1_TakeStockForManyRequest__Output, _social_catalog_v1_TakeStockForManyResponse__Output>
  UpdateBrand: MethodDefinition<_social_catalog_v1_UpdateBrandRequest, _social_catalog_v1_Brand, _social_catalog_v1_UpdateBrandRequest__Output, _social_catalog_v1_Brand__Output>
  UpdateProduct: MethodDefinition<_social_catalog_v1_UpdateProductRequest, _social_catalog_v1_Product, _social_catalog_v1_UpdateProductRequest__Output, _social_catalog_v1_Product__Output>
  WithdrawProduct: MethodDefinition<_social_catalog_v1_WithdrawProductRequest, _social_catalog_v1_Product, _social_catalog_v1_WithdrawProductRequest__Output, _social_catalog_v1_Product__Output>
}
