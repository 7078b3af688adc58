using ApprovalEngine.Approval.Catalogue.Import;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Approval.Organisation.Import;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>People, units and items from sheets: looked at first, then brought in as a whole.</summary>
internal static class ImportsApi
{
    /// <summary>Bytes of a sheet: some thousand lines.</summary>
    private const long LargestSheet = 2 * 1024 * 1024;

    public static RouteGroupBuilder MapImports(this RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/organisation/import").RequireAuthorization(Policies.Administrator).WithTags("Organisation");

        // The group's own check covers writes by cookie; that of the framework would refuse bearer tokens too.
        imports.MapPost("/people/preview", PreviewPeople).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestSheet));
        imports.MapPost("/units/preview", PreviewUnits).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestSheet));
        imports.MapPost("/people", People);
        imports.MapPost("/units", Units);

        var items = api.MapGroup("/items/import").RequireAuthorization(Policies.Administrator).WithTags("Items");
        items.MapPost("/preview", PreviewItems).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestSheet));
        items.MapPost("/", Items);
        return api;
    }

    private static async Task<Ok<SheetPreview>> PreviewPeople(IFormFile file, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewPeopleSheet(current.Access, await Read(file, cancel)), cancel));

    private static async Task<Ok<SheetPreview>> PreviewUnits(IFormFile file, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewUnitSheet(current.Access, await Read(file, cancel)), cancel));

    private static async Task<Ok<ImportedRows>> People(ImportPeopleRequest request, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ImportPeople(current.Access, request), cancel));

    private static async Task<Ok<ImportedRows>> Units(ImportUnitsRequest request, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ImportUnits(current.Access, request), cancel));

    private static async Task<Ok<SheetPreview>> PreviewItems(IFormFile file, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewItemSheet(current.Access, await Read(file, cancel)), cancel));

    private static async Task<Ok<ImportedRows>> Items(ImportItemsRequest request, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ImportItems(current.Access, request), cancel));

    private static async Task<UploadedFile> Read(IFormFile file, CancellationToken cancel) => (await Uploads.ReadAsync(new FormFileCollection { file }, cancel))[0];
}
