import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { AdjustStockRequest as _social_catalog_v1_AdjustStockRequest, AdjustStockRequest__Output as _social_catalog_v1_AdjustStockRequest__Output } from './social/catalog/v1/AdjustStockRequest.ts';
import type { ApproveProductRequest as _social_catalog_v1_ApproveProductRequest, ApproveProductRequest__Output as _social_catalog_v1_ApproveProductRequest__Output } from './social/catalog/v1/ApproveProductRequest.ts';
import type { Attribute as _social_catalog_v1_Attribute, Attribute__Output as _social_catalog_v1_Attribute__Output } from './social/catalog/v1/Attribute.ts';
import type { AttributeTemplate as _social_catalog_v1_AttributeTemplate, AttributeTemplate__Output as _social_catalog_v1_AttributeTemplate__Output } from './social/catalog/v1/AttributeTemplate.ts';
import type { Brand as _social_catalog_v1_Brand, Brand__Output as _social_catalog_v1_Brand__Output } from './social/catalog/v1/Brand.ts';
import type { CatalogServiceClient as _social_catalog_v1_CatalogServiceClient, CatalogServiceDefinition as _social_catalog_v1_CatalogServiceDefinition } from './social/catalog/v1/CatalogService.ts';
import type { Category as _social_catalog_v1_Category, Category__Output as _social_catalog_v1_Category__Output } from './social/catalog/v1/Category.ts';
import type { CommitStockRequest as _social_catalog_v1_CommitStockRequest, CommitStockRequest__Output as _social_catalog_v1_CommitStockRequest__Output } from './social/catalog/v1/CommitStockRequest.ts';
import type { CommitStockResponse as _social_catalog_v1_CommitStockResponse, CommitStockResponse__Output as _social_catalog_v1_CommitStockResponse__Output } from './social/catalog/v1/CommitStockResponse.ts';
import type { CreateBrandRequest as _social_catalog_v1_CreateBrandRequest, CreateBrandRequest__Output as _social_catalog_v1_CreateBrandRequest__Output } from './social/catalog/v1/CreateBrandRequest.ts';
import type { CreateCategoryRequest as _social_catalog_v1_CreateCategoryRequest, CreateCategoryRequest__Output as _social_catalog_v1_CreateCategoryRequest__Output } from './social/catalog/v1/CreateCategoryRequest.ts';
import type { CreateMerchantRequest as _social_catalog_v1_CreateMerchantRequest, CreateMerchantRequest__Output as _social_catalog_v1_CreateMerchantRequest__Output } from './social/catalog/v1/CreateMerchantRequest.ts';
import type { CreateProductRequest as _social_catalog_v1_CreateProductRequest, CreateProductRequest__Output as _social_catalog_v1_CreateProductRequest__Output } from './social/catalog/v1/CreateProductRequest.ts';
import type { DeleteProductRequest as _social_catalog_v1_DeleteProductRequest, DeleteProductRequest__Output as _social_catalog_v1_DeleteProductRequest__Output } from './social/catalog/v1/DeleteProductRequest.ts';
import type { DeleteProductResponse as _social_catalog_v1_DeleteProductResponse, DeleteProductResponse__Output as _social_catalog_v1_DeleteProductResponse__Output } from './social/catalog/v1/DeleteProductResponse.ts';
import type { EditError as _social_catalog_v1_EditError, EditError__Output as _social_catalog_v1_EditError__Output } from './social/catalog/v1/EditError.ts';
import type { EditProductsRequest as _social_catalog_v1_EditProductsRequest, EditProductsRequest__Output as _social_catalog_v1_EditProductsRequest__Output } from './social/catalog/v1/EditProductsRequest.ts';
import type { EditProductsResponse as _social_catalog_v1_EditProductsResponse, EditProductsResponse__Output as _social_catalog_v1_EditProductsResponse__Output } from './social/catalog/v1/EditProductsResponse.ts';
import type { EditResult as _social_catalog_v1_EditResult, EditResult__Output as _social_catalog_v1_EditResult__Output } from './social/catalog/v1/EditResult.ts';
import type { ExportProductsRequest as _social_catalog_v1_ExportProductsRequest, ExportProductsRequest__Output as _social_catalog_v1_ExportProductsRequest__Output } from './social/catalog/v1/ExportProductsRequest.ts';
import type { FindAttachedPicturesRequest as _social_catalog_v1_FindAttachedPicturesRequest, FindAttachedPicturesRequest__Output as _social_catalog_v1_FindAttachedPicturesRequest__Output } from './social/catalog/v1/FindAttachedPicturesRequest.ts';
import type { FindAttachedPicturesResponse as _social_catalog_v1_FindAttachedPicturesResponse, FindAttachedPicturesResponse__Output as _social_catalog_v1_FindAttachedPicturesResponse__Output } from './social/catalog/v1/FindAttachedPicturesResponse.ts';
import type { GetBrandRequest as _social_catalog_v1_GetBrandRequest, GetBrandRequest__Output as _social_catalog_v1_GetBrandRequest__Output } from './social/catalog/v1/GetBrandRequest.ts';
import type { GetMerchantRequest as _social_catalog_v1_GetMerchantRequest, GetMerchantRequest__Output as _social_catalog_v1_GetMerchantRequest__Output } from './social/catalog/v1/GetMerchantRequest.ts';
import type { GetProductRequest as _social_catalog_v1_GetProductRequest, GetProductRequest__Output as _social_catalog_v1_GetProductRequest__Output } from './social/catalog/v1/GetProductRequest.ts';
import type { GetSkusRequest as _social_catalog_v1_GetSkusRequest, GetSkusRequest__Output as _social_catalog_v1_GetSkusRequest__Output } from './social/catalog/v1/GetSkusRequest.ts';
import type { GetSkusResponse as _social_catalog_v1_GetSkusResponse, GetSkusResponse__Output as _social_catalog_v1_GetSkusResponse__Output } from './social/catalog/v1/GetSkusResponse.ts';
import type { GiveBackStockRequest as _social_catalog_v1_GiveBackStockRequest, GiveBackStockRequest__Output as _social_catalog_v1_GiveBackStockRequest__Output } from './social/catalog/v1/GiveBackStockRequest.ts';
import type { GiveBackStockResponse as _social_catalog_v1_GiveBackStockResponse, GiveBackStockResponse__Output as _social_catalog_v1_GiveBackStockResponse__Output } from './social/catalog/v1/GiveBackStockResponse.ts';
import type { ImportOptions as _social_catalog_v1_ImportOptions, ImportOptions__Output as _social_catalog_v1_ImportOptions__Output } from './social/catalog/v1/ImportOptions.ts';
import type { ImportProductsRequest as _social_catalog_v1_ImportProductsRequest, ImportProductsRequest__Output as _social_catalog_v1_ImportProductsRequest__Output } from './social/catalog/v1/ImportProductsRequest.ts';
import type { ImportProductsResponse as _social_catalog_v1_ImportProductsResponse, ImportProductsResponse__Output as _social_catalog_v1_ImportProductsResponse__Output } from './social/catalog/v1/ImportProductsResponse.ts';
import type { ImportProgress as _social_catalog_v1_ImportProgress, ImportProgress__Output as _social_catalog_v1_ImportProgress__Output } from './social/catalog/v1/ImportProgress.ts';
import type { ImportRowError as _social_catalog_v1_ImportRowError, ImportRowError__Output as _social_catalog_v1_ImportRowError__Output } from './social/catalog/v1/ImportRowError.ts';
import type { ListBrandsRequest as _social_catalog_v1_ListBrandsRequest, ListBrandsRequest__Output as _social_catalog_v1_ListBrandsRequest__Output } from './social/catalog/v1/ListBrandsRequest.ts';
import type { ListBrandsResponse as _social_catalog_v1_ListBrandsResponse, ListBrandsResponse__Output as _social_catalog_v1_ListBrandsResponse__Output } from './social/catalog/v1/ListBrandsResponse.ts';
import type { ListCategoriesRequest as _social_catalog_v1_ListCategoriesRequest, ListCategoriesRequest__Output as _social_catalog_v1_ListCategoriesRequest__Output } from './social/catalog/v1/ListCategoriesRequest.ts';
import type { ListCategoriesResponse as _social_catalog_v1_ListCategoriesResponse, ListCategoriesResponse__Output as _social_catalog_v1_ListCategoriesResponse__Output } from './social/catalog/v1/ListCategoriesResponse.ts';
import type { ListLowStockRequest as _social_catalog_v1_ListLowStockRequest, ListLowStockRequest__Output as _social_catalog_v1_ListLowStockRequest__Output } from './social/catalog/v1/ListLowStockRequest.ts';
import type { ListLowStockResponse as _social_catalog_v1_ListLowStockResponse, ListLowStockResponse__Output as _social_catalog_v1_ListLowStockResponse__Output } from './social/catalog/v1/ListLowStockResponse.ts';
import type { ListMerchantsRequest as _social_catalog_v1_ListMerchantsRequest, ListMerchantsRequest__Output as _social_catalog_v1_ListMerchantsRequest__Output } from './social/catalog/v1/ListMerchantsRequest.ts';
import type { ListMerchantsResponse as _social_catalog_v1_ListMerchantsResponse, ListMerchantsResponse__Output as _social_catalog_v1_ListMerchantsResponse__Output } from './social/catalog/v1/ListMerchantsResponse.ts';
import type { ListPriceChangesResponse as _social_catalog_v1_ListPriceChangesResponse, ListPriceChangesResponse__Output as _social_catalog_v1_ListPriceChangesResponse__Output } from './social/catalog/v1/ListPriceChangesResponse.ts';
import type { ListProductsRequest as _social_catalog_v1_ListProductsRequest, ListProductsRequest__Output as _social_catalog_v1_ListProductsRequest__Output } from './social/catalog/v1/ListProductsRequest.ts';
import type { ListProductsResponse as _social_catalog_v1_ListProductsResponse, ListProductsResponse__Output as _social_catalog_v1_ListProductsResponse__Output } from './social/catalog/v1/ListProductsResponse.ts';
import type { ListStockMovesResponse as _social_catalog_v1_ListStockMovesResponse, ListStockMovesResponse__Output as _social_catalog_v1_ListStockMovesResponse__Output } from './social/catalog/v1/ListStockMovesResponse.ts';
import type { LowStock as _social_catalog_v1_LowStock, LowStock__Output as _social_catalog_v1_LowStock__Output } from './social/catalog/v1/LowStock.ts';
import type { Merchant as _social_catalog_v1_Merchant, Merchant__Output as _social_catalog_v1_Merchant__Output } from './social/catalog/v1/Merchant.ts';
import type { Option as _social_catalog_v1_Option, Option__Output as _social_catalog_v1_Option__Output } from './social/catalog/v1/Option.ts';
import type { OwnSkuRequest as _social_catalog_v1_OwnSkuRequest, OwnSkuRequest__Output as _social_catalog_v1_OwnSkuRequest__Output } from './social/catalog/v1/OwnSkuRequest.ts';
import type { PriceChange as _social_catalog_v1_PriceChange, PriceChange__Output as _social_catalog_v1_PriceChange__Output } from './social/catalog/v1/PriceChange.ts';
import type { Product as _social_catalog_v1_Product, Product__Output as _social_catalog_v1_Product__Output } from './social/catalog/v1/Product.ts';
import type { ProductEdit as _social_catalog_v1_ProductEdit, ProductEdit__Output as _social_catalog_v1_ProductEdit__Output } from './social/catalog/v1/ProductEdit.ts';
import type { ProductInput as _social_catalog_v1_ProductInput, ProductInput__Output as _social_catalog_v1_ProductInput__Output } from './social/catalog/v1/ProductInput.ts';
import type { ProductPriceChange as _social_catalog_v1_ProductPriceChange, ProductPriceChange__Output as _social_catalog_v1_ProductPriceChange__Output } from './social/catalog/v1/ProductPriceChange.ts';
import type { RecountSide as _social_catalog_v1_RecountSide, RecountSide__Output as _social_catalog_v1_RecountSide__Output } from './social/catalog/v1/RecountSide.ts';
import type { RecountStockRequest as _social_catalog_v1_RecountStockRequest, RecountStockRequest__Output as _social_catalog_v1_RecountStockRequest__Output } from './social/catalog/v1/RecountStockRequest.ts';
import type { RecountStockResponse as _social_catalog_v1_RecountStockResponse, RecountStockResponse__Output as _social_catalog_v1_RecountStockResponse__Output } from './social/catalog/v1/RecountStockResponse.ts';
import type { RejectProductRequest as _social_catalog_v1_RejectProductRequest, RejectProductRequest__Output as _social_catalog_v1_RejectProductRequest__Output } from './social/catalog/v1/RejectProductRequest.ts';
import type { SetCategoryAttributesRequest as _social_catalog_v1_SetCategoryAttributesRequest, SetCategoryAttributesRequest__Output as _social_catalog_v1_SetCategoryAttributesRequest__Output } from './social/catalog/v1/SetCategoryAttributesRequest.ts';
import type { SetLowStockRequest as _social_catalog_v1_SetLowStockRequest, SetLowStockRequest__Output as _social_catalog_v1_SetLowStockRequest__Output } from './social/catalog/v1/SetLowStockRequest.ts';
import type { SetLowStockResponse as _social_catalog_v1_SetLowStockResponse, SetLowStockResponse__Output as _social_catalog_v1_SetLowStockResponse__Output } from './social/catalog/v1/SetLowStockResponse.ts';
import type { SetMerchantTrustedRequest as _social_catalog_v1_SetMerchantTrustedRequest, SetMerchantTrustedRequest__Output as _social_catalog_v1_SetMerchantTrustedRequest__Output } from './social/catalog/v1/SetMerchantTrustedRequest.ts';
import type { SetOnSaleRequest as _social_catalog_v1_SetOnSaleRequest, SetOnSaleRequest__Output as _social_catalog_v1_SetOnSaleRequest__Output } from './social/catalog/v1/SetOnSaleRequest.ts';
import type { SetSalePeriodRequest as _social_catalog_v1_SetSalePeriodRequest, SetSalePeriodRequest__Output as _social_catalog_v1_SetSalePeriodRequest__Output } from './social/catalog/v1/SetSalePeriodRequest.ts';
import type { SetStockRequest as _social_catalog_v1_SetStockRequest, SetStockRequest__Output as _social_catalog_v1_SetStockRequest__Output } from './social/catalog/v1/SetStockRequest.ts';
import type { Sku as _social_catalog_v1_Sku, Sku__Output as _social_catalog_v1_Sku__Output } from './social/catalog/v1/Sku.ts';
import type { SkuHistoryRequest as _social_catalog_v1_SkuHistoryRequest, SkuHistoryRequest__Output as _social_catalog_v1_SkuHistoryRequest__Output } from './social/catalog/v1/SkuHistoryRequest.ts';
import type { SkuInput as _social_catalog_v1_SkuInput, SkuInput__Output as _social_catalog_v1_SkuInput__Output } from './social/catalog/v1/SkuInput.ts';
import type { SkuSnapshot as _social_catalog_v1_SkuSnapshot, SkuSnapshot__Output as _social_catalog_v1_SkuSnapshot__Output } from './social/catalog/v1/SkuSnapshot.ts';
import type { StockDifference as _social_catalog_v1_StockDifference, StockDifference__Output as _social_catalog_v1_StockDifference__Output } from './social/catalog/v1/StockDifference.ts';
import type { StockLevel as _social_catalog_v1_StockLevel, StockLevel__Output as _social_catalog_v1_StockLevel__Output } from './social/catalog/v1/StockLevel.ts';
import type { StockLine as _social_catalog_v1_StockLine, StockLine__Output as _social_catalog_v1_StockLine__Output } from './social/catalog/v1/StockLine.ts';
import type { StockMove as _social_catalog_v1_StockMove, StockMove__Output as _social_catalog_v1_StockMove__Output } from './social/catalog/v1/StockMove.ts';
import type { StockTake as _social_catalog_v1_StockTake, StockTake__Output as _social_catalog_v1_StockTake__Output } from './social/catalog/v1/StockTake.ts';
import type { SubmitProductRequest as _social_catalog_v1_SubmitProductRequest, SubmitProductRequest__Output as _social_catalog_v1_SubmitProductRequest__Output } from './social/catalog/v1/SubmitProductRequest.ts';
import type { TakeDownProductRequest as _social_catalog_v1_TakeDownProductRequest, TakeDownProductRequest__Output as _social_catalog_v1_TakeDownProductRequest__Output } from './social/catalog/v1/TakeDownProductRequest.ts';
import type { TakeRefusal as _social_catalog_v1_TakeRefusal, TakeRefusal__Output as _social_catalog_v1_TakeRefusal__Output } from './social/catalog/v1/TakeRefusal.ts';
import type { TakeStockForManyRequest as _social_catalog_v1_TakeStockForManyRequest, TakeStockForManyRequest__Output as _social_catalog_v1_TakeStockForManyRequest__Output } from './social/catalog/v1/TakeStockForManyRequest.ts';
import type { TakeStockForManyResponse as _social_catalog_v1_TakeStockForManyResponse, TakeStockForManyResponse__Output as _social_catalog_v1_TakeStockForManyResponse__Output } from './social/catalog/v1/TakeStockForManyResponse.ts';
import type { TakeStockRequest as _social_catalog_v1_TakeStockRequest, TakeStockRequest__Output as _social_catalog_v1_TakeStockRequest__Output } from './social/catalog/v1/TakeStockRequest.ts';
import type { TakeStockResponse as _social_catalog_v1_TakeStockResponse, TakeStockResponse__Output as _social_catalog_v1_TakeStockResponse__Output } from './social/catalog/v1/TakeStockResponse.ts';
import type { TakeStockResult as _social_catalog_v1_TakeStockResult, TakeStockResult__Output as _social_catalog_v1_TakeStockResult__Output } from './social/catalog/v1/TakeStockResult.ts';
import type { UpdateBrandRequest as _social_catalog_v1_UpdateBrandRequest, UpdateBrandRequest__Output as _social_catalog_v1_UpdateBrandRequest__Output } from './social/catalog/v1/UpdateBrandRequest.ts';
import type { UpdateProductRequest as _social_catalog_v1_UpdateProductRequest, UpdateProductRequest__Output as _social_catalog_v1_UpdateProductRequest__Output } from './social/catalog/v1/UpdateProductRequest.ts';
import type { WithdrawProductRequest as _social_catalog_v1_WithdrawProductRequest, WithdrawProductRequest__Output as _social_catalog_v1_WithdrawProductRequest__Output } from './social/catalog/v1/WithdrawProductRequest.ts';
import type { FileChunk as _social_common_v1_FileChunk, FileChunk__Output as _social_common_v1_FileChunk__Output } from './social/common/v1/FileChunk.ts';
import type { ListStockClaimsRequest as _social_common_v1_ListStockClaimsRequest, ListStockClaimsRequest__Output as _social_common_v1_ListStockClaimsRequest__Output } from './social/common/v1/ListStockClaimsRequest.ts';
import type { ListStockClaimsResponse as _social_common_v1_ListStockClaimsResponse, ListStockClaimsResponse__Output as _social_common_v1_ListStockClaimsResponse__Output } from './social/common/v1/ListStockClaimsResponse.ts';
import type { Money as _social_common_v1_Money, Money__Output as _social_common_v1_Money__Output } from './social/common/v1/Money.ts';
import type { RequestKey as _social_common_v1_RequestKey, RequestKey__Output as _social_common_v1_RequestKey__Output } from './social/common/v1/RequestKey.ts';
import type { StockClaim as _social_common_v1_StockClaim, StockClaim__Output as _social_common_v1_StockClaim__Output } from './social/common/v1/StockClaim.ts';
import type { StockQuantity as _social_common_v1_StockQuantity, StockQuantity__Output as _social_common_v1_StockQuantity__Output } from './social/common/v1/StockQuantity.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  social: {
    catalog: {
      v1: {
        AdjustStockRequest: MessageTypeDefinition<_social_catalog_v1_AdjustStockRequest, _social_catalog_v1_AdjustStockRequest__Output>
        ApproveProductRequest: MessageTypeDefinition<_social_catalog_v1_ApproveProductRequest, _social_catalog_v1_ApproveProductRequest__Output>
        Attribute: MessageTypeDefinition<_social_catalog_v1_Attribute, _social_catalog_v1_Attribute__Output>
        AttributeTemplate: MessageTypeDefinition<_social_catalog_v1_AttributeTemplate, _social_catalog_v1_AttributeTemplate__Output>
        AttributeType: EnumTypeDefinition
        Brand: MessageTypeDefinition<_social_catalog_v1_Brand, _social_catalog_v1_Brand__Output>
        /**
         * Merchants, categories, products with their SKUs, and the stock of each SKU.
         */
        CatalogService: SubtypeConstructor<typeof grpc.Client, _social_catalog_v1_CatalogServiceClient> & { service: _social_catalog_v1_CatalogServiceDefinition }
        Category: MessageTypeDefinition<_social_catalog_v1_Category, _social_catalog_v1_Category__Output>
        CommitStockRequest: MessageTypeDefinition<_social_catalog_v1_CommitStockRequest, _social_catalog_v1_CommitStockRequest__Output>
        CommitStockResponse: MessageTypeDefinition<_social_catalog_v1_CommitStockResponse, _social_catalog_v1_CommitStockResponse__Output>
        CreateBrandRequest: MessageTypeDefinition<_social_catalog_v1_CreateBrandRequest, _social_catalog_v1_CreateBrandRequest__Output>
        CreateCategoryRequest: MessageTypeDefinition<_social_catalog_v1_CreateCategoryRequest, _social_catalog_v1_CreateCategoryRequest__Output>
        CreateMerchantRequest: MessageTypeDefinition<_social_catalog_v1_CreateMerchantRequest, _social_catalog_v1_CreateMerchantRequest__Output>
        CreateProductRequest: MessageTypeDefinition<_social_catalog_v1_CreateProductRequest, _social_catalog_v1_CreateProductRequest__Output>
        DeleteProductRequest: MessageTypeDefinition<_social_catalog_v1_DeleteProductRequest, _social_catalog_v1_DeleteProductRequest__Output>
        DeleteProductResponse: MessageTypeDefinition<_social_catalog_v1_DeleteProductResponse, _social_catalog_v1_DeleteProductResponse__Output>
        EditError: MessageTypeDefinition<_social_catalog_v1_EditError, _social_catalog_v1_EditError__Output>
        EditProductsRequest: MessageTypeDefinition<_social_catalog_v1_EditProductsRequest, _social_catalog_v1_EditProductsRequest__Output>
        EditProductsResponse: MessageTypeDefinition<_social_catalog_v1_EditProductsResponse, _social_catalog_v1_EditProductsResponse__Output>
        EditResult: MessageTypeDefinition<_social_catalog_v1_EditResult, _social_catalog_v1_EditResult__Output>
        ExportProductsRequest: MessageTypeDefinition<_social_catalog_v1_ExportProductsRequest, _social_catalog_v1_ExportProductsRequest__Output>
        FindAttachedPicturesRequest: MessageTypeDefinition<_social_catalog_v1_FindAttachedPicturesRequest, _social_catalog_v1_FindAttachedPicturesRequest__Output>
        FindAttachedPicturesResponse: MessageTypeDefinition<_social_catalog_v1_FindAttachedPicturesResponse, _social_catalog_v1_FindAttachedPicturesResponse__Output>
        GetBrandRequest: MessageTypeDefinition<_social_catalog_v1_GetBrandRequest, _social_catalog_v1_GetBrandRequest__Output>
        GetMerchantRequest: MessageTypeDefinition<_social_catalog_v1_GetMerchantRequest, _social_catalog_v1_GetMerchantRequest__Output>
        GetProductRequest: MessageTypeDefinition<_social_catalog_v1_GetProductRequest, _social_catalog_v1_GetProductRequest__Output>
        GetSkusRequest: MessageTypeDefinition<_social_catalog_v1_GetSkusRequest, _social_catalog_v1_GetSkusRequest__Output>
        GetSkusResponse: MessageTypeDefinition<_social_catalog_v1_GetSkusResponse, _social_catalog_v1_GetSkusResponse__Output>
        GiveBackStockRequest: MessageTypeDefinition<_social_catalog_v1_GiveBackStockRequest, _social_catalog_v1_GiveBackStockRequest__Output>
        GiveBackStockResponse: MessageTypeDefinition<_social_catalog_v1_GiveBackStockResponse, _social_catalog_v1_GiveBackStockResponse__Output>
        ImportOptions: MessageTypeDefinition<_social_catalog_v1_ImportOptions, _social_catalog_v1_ImportOptions__Output>
        ImportProductsRequest: MessageTypeDefinition<_social_catalog_v1_ImportProductsRequest, _social_catalog_v1_ImportProductsRequest__Output>
        ImportProductsResponse: MessageTypeDefinition<_social_catalog_v1_ImportProductsResponse, _social_catalog_v1_ImportProductsResponse__Output>
        ImportProgress: MessageTypeDefinition<_social_catalog_v1_ImportProgress, _social_catalog_v1_ImportProgress__Output>
        ImportRowError: MessageTypeDefinition<_social_catalog_v1_ImportRowError, _social_catalog_v1_ImportRowError__Output>
        ListBrandsRequest: MessageTypeDefinition<_social_catalog_v1_ListBrandsRequest, _social_catalog_v1_ListBrandsRequest__Output>
        ListBrandsResponse: MessageTypeDefinition<_social_catalog_v1_ListBrandsResponse, _social_catalog_v1_ListBrandsResponse__Output>
        ListCategoriesRequest: MessageTypeDefinition<_social_catalog_v1_ListCategoriesRequest, _social_catalog_v1_ListCategoriesRequest__Output>
        ListCategoriesResponse: MessageTypeDefinition<_social_catalog_v1_ListCategoriesResponse, _social_catalog_v1_ListCategoriesResponse__Output>
        ListLowStockRequest: MessageTypeDefinition<_social_catalog_v1_ListLowStockRequest, _social_catalog_v1_ListLowStockRequest__Output>
        ListLowStockResponse: MessageTypeDefinition<_social_catalog_v1_ListLowStockResponse, _social_catalog_v1_ListLowStockResponse__Output>
        ListMerchantsRequest: MessageTypeDefinition<_social_catalog_v1_ListMerchantsRequest, _social_catalog_v1_ListMerchantsRequest__Output>
        ListMerchantsResponse: MessageTypeDefinition<_social_catalog_v1_ListMerchantsResponse, _social_catalog_v1_ListMerchantsResponse__Output>
        ListPriceChangesResponse: MessageTypeDefinition<_social_catalog_v1_ListPriceChangesResponse, _social_catalog_v1_ListPriceChangesResponse__Output>
        ListProductsRequest: MessageTypeDefinition<_social_catalog_v1_ListProductsRequest, _social_catalog_v1_ListProductsRequest__Output>
        ListProductsResponse: MessageTypeDefinition<_social_catalog_v1_ListProductsResponse, _social_catalog_v1_ListProductsResponse__Output>
        ListStockMovesResponse: MessageTypeDefinition<_social_catalog_v1_ListStockMovesResponse, _social_catalog_v1_ListStockMovesResponse__Output>
        LowStock: MessageTypeDefinition<_social_catalog_v1_LowStock, _social_catalog_v1_LowStock__Output>
        Merchant: MessageTypeDefinition<_social_catalog_v1_Merchant, _social_catalog_v1_Merchant__Output>
        Option: MessageTypeDefinition<_social_catalog_v1_Option, _social_catalog_v1_Option__Output>
        OwnSkuRequest: MessageTypeDefinition<_social_catalog_v1_OwnSkuRequest, _social_catalog_v1_OwnSkuRequest__Output>
        PriceChange: MessageTypeDefinition<_social_catalog_v1_PriceChange, _social_catalog_v1_PriceChange__Output>
        Product: MessageTypeDefinition<_social_catalog_v1_Product, _social_catalog_v1_Product__Output>
        ProductEdit: MessageTypeDefinition<_social_catalog_v1_ProductEdit, _social_catalog_v1_ProductEdit__Output>
        ProductInput: MessageTypeDefinition<_social_catalog_v1_ProductInput, _social_catalog_v1_ProductInput__Output>
        ProductOrder: EnumTypeDefinition
        ProductPriceChange: MessageTypeDefinition<_social_catalog_v1_ProductPriceChange, _social_catalog_v1_ProductPriceChange__Output>
        Publication: EnumTypeDefinition
        RecountSide: MessageTypeDefinition<_social_catalog_v1_RecountSide, _social_catalog_v1_RecountSide__Output>
        RecountStockRequest: MessageTypeDefinition<_social_catalog_v1_RecountStockRequest, _social_catalog_v1_RecountStockRequest__Output>
        RecountStockResponse: MessageTypeDefinition<_social_catalog_v1_RecountStockResponse, _social_catalog_v1_RecountStockResponse__Output>
        RejectProductRequest: MessageTypeDefinition<_social_catalog_v1_RejectProductRequest, _social_catalog_v1_RejectProductRequest__Output>
        SaleChange: EnumTypeDefinition
        SetCategoryAttributesRequest: MessageTypeDefinition<_social_catalog_v1_SetCategoryAttributesRequest, _social_catalog_v1_SetCategoryAttributesRequest__Output>
        SetLowStockRequest: MessageTypeDefinition<_social_catalog_v1_SetLowStockRequest, _social_catalog_v1_SetLowStockRequest__Output>
        SetLowStockResponse: MessageTypeDefinition<_social_catalog_v1_SetLowStockResponse, _social_catalog_v1_SetLowStockResponse__Output>
        SetMerchantTrustedRequest: MessageTypeDefinition<_social_catalog_v1_SetMerchantTrustedRequest, _social_catalog_v1_SetMerchantTrustedRequest__Output>
        SetOnSaleRequest: MessageTypeDefinition<_social_catalog_v1_SetOnSaleRequest, _social_catalog_v1_SetOnSaleRequest__Output>
        SetSalePeriodRequest: MessageTypeDefinition<_social_catalog_v1_SetSalePeriodRequest, _social_catalog_v1_SetSalePeriodRequest__Output>
        SetStockRequest: MessageTypeDefinition<_social_catalog_v1_SetStockRequest, _social_catalog_v1_SetStockRequest__Output>
        Sku: MessageTypeDefinition<_social_catalog_v1_Sku, _social_catalog_v1_Sku__Output>
        SkuHistoryRequest: MessageTypeDefinition<_social_catalog_v1_SkuHistoryRequest, _social_catalog_v1_SkuHistoryRequest__Output>
        SkuInput: MessageTypeDefinition<_social_catalog_v1_SkuInput, _social_catalog_v1_SkuInput__Output>
        SkuSnapshot: MessageTypeDefinition<_social_catalog_v1_SkuSnapshot, _social_catalog_v1_SkuSnapshot__Output>
        StockDifference: MessageTypeDefinition<_social_catalog_v1_StockDifference, _social_catalog_v1_StockDifference__Output>
        StockLevel: MessageTypeDefinition<_social_catalog_v1_StockLevel, _social_catalog_v1_StockLevel__Output>
        StockLine: MessageTypeDefinition<_social_catalog_v1_StockLine, _social_catalog_v1_StockLine__Output>
        StockMove: MessageTypeDefinition<_social_catalog_v1_StockMove, _social_catalog_v1_StockMove__Output>
        StockTake: MessageTypeDefinition<_social_catalog_v1_StockTake, _social_catalog_v1_StockTake__Output>
        SubmitProductRequest: MessageTypeDefinition<_social_catalog_v1_SubmitProductRequest, _social_catalog_v1_SubmitProductRequest__Output>
        TakeDownProductRequest: MessageTypeDefinition<_social_catalog_v1_TakeDownProductRequest, _social_catalog_v1_TakeDownProductRequest__Output>
        TakeRefusal: MessageTypeDefinition<_social_catalog_v1_TakeRefusal, _social_catalog_v1_TakeRefusal__Output>
        TakeStockForManyRequest: MessageTypeDefinition<_social_catalog_v1_TakeStockForManyRequest, _social_catalog_v1_TakeStockForManyRequest__Output>
        TakeStockForManyResponse: MessageTypeDefinition<_social_catalog_v1_TakeStockForManyResponse, _social_catalog_v1_TakeStockForManyResponse__Output>
        TakeStockRequest: MessageTypeDefinition<_social_catalog_v1_TakeStockRequest, _social_catalog_v1_TakeStockRequest__Output>
        TakeStockResponse: MessageTypeDefinition<_social_catalog_v1_TakeStockResponse, _social_catalog_v1_TakeStockResponse__Output>
        TakeStockResult: MessageTypeDefinition<_social_catalog_v1_TakeStockResult, _social_catalog_v1_TakeStockResult__Output>
        UpdateBrandRequest: MessageTypeDefinition<_social_catalog_v1_UpdateBrandRequest, _social_catalog_v1_UpdateBrandRequest__Output>
        UpdateProductRequest: MessageTypeDefinition<_social_catalog_v1_UpdateProductRequest, _social_catalog_v1_UpdateProductRequest__Output>
        WithdrawProductRequest: MessageTypeDefinition<_social_catalog_v1_WithdrawProductRequest, _social_catalog_v1_WithdrawProductRequest__Output>
      }
    }
    common: {
      v1: {
        FileChunk: MessageTypeDefinition<_social_common_v1_FileChunk, _social_common_v1_FileChunk__Output>
        ListStockClaimsRequest: MessageTypeDefinition<_social_common_v1_ListStockClaimsRequest, _social_common_v1_ListStockClaimsRequest__Output>
        ListStockClaimsResponse: MessageTypeDefinition<_social_common_v1_ListStockClaimsResponse, _social_common_v1_ListStockClaimsResponse__Output>
        Money: MessageTypeDefinition<_social_common_v1_Money, _social_common_v1_Money__Output>
        RequestKey: MessageTypeDefinition<_social_common_v1_RequestKey, _social_common_v1_RequestKey__Output>
        StockClaim: MessageTypeDefinition<_social_common_v1_StockClaim, _social_common_v1_StockClaim__Output>
        StockFate: EnumTypeDefinition
        StockQuantity: MessageTypeDefinition<_social_common_v1_StockQuantity, _social_common_v1_StockQuantity__Output>
      }
    }
  }
}

