using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Papers of a case: how its materials stand, and its files.</summary>
internal static class DocumentsApi
{
    /// <summary>A file of the largest size, and what a multipart form wraps around it.</summary>
    private const long LargestForm = AttachmentCheck.MaxBytes + (64 * 1024);

    public static RouteGroupBuilder MapDocuments(this RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/cases/{caseId:guid}").RequireAuthorization(Policies.SignedIn).WithTags("Documents");
        documents.MapPut("/materials/{code}", Supply).WithIdempotency();

        // The group's own check covers writes by cookie; that of the framework would refuse bearer tokens too.
        documents.MapPost("/attachments", Add).DisableAntiforgery().WithIdempotency().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        documents.MapGet("/attachments/{attachmentId:guid}", Open);
        documents.MapGet("/documents/{documentNo:int}", OpenIssued);
        documents.MapGet("/number.svg", Number);
        return api;
    }

    private static async Task<Ok<CaseMoved>> Supply(
        IMediator mediator, CurrentAccess current, Guid caseId, string code, MaterialRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new SupplyMaterial(current.Access, key, caseId, new SuppliedMaterial(code, request.State, request.PromisedOn)), cancel));

    private static async Task<Created<AttachmentView>> Add(
        IMediator mediator, CurrentAccess current, Guid caseId, IFormFile file, [FromForm] string? materialCode, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel)
    {
        using var content = new MemoryStream((int)Math.Min(file.Length, AttachmentCheck.MaxBytes + 1));
        await file.CopyToAsync(content, cancel);
        var added = await mediator.Send(new AddAttachment(current.Access, key, caseId, materialCode, file.FileName, content.ToArray()), cancel);
        return TypedResults.Created($"/api/v1/cases/{caseId}/attachments/{added.AttachmentId}", added);
    }

    private static async Task<FileContentHttpResult> Open(
        IMediator mediator, CurrentAccess current, Guid caseId, Guid attachmentId, CancellationToken cancel)
    {
        // A browser shows the short list in a sandbox (Server/SecurityHeaders) and saves the rest.
        var opened = await mediator.Send(new OpenAttachment(current.Access, caseId, attachmentId), cancel);
        return TypedResults.File(opened.Content.ToArray(), opened.MediaType, opened.IsPreviewed ? null : opened.FileName);
    }

    private static async Task<FileContentHttpResult> OpenIssued(IMediator mediator, CurrentAccess current, Guid caseId, int documentNo, CancellationToken cancel)
    {
        var file = await mediator.Send(new OpenDocument(current.Access, caseId, documentNo), cancel);
        return TypedResults.File(file.Content, AttachmentType.Pdf.MediaType, file.FileName);
    }

    /// <summary>For the receipt: a QR code that leads the applicant to the case's progress; without the right to the code the bare number. A scanner at the window types either.</summary>
    private static async Task<ContentHttpResult> Number(IMediator mediator, CurrentAccess current, Guid caseId, CancellationToken cancel) =>
        TypedResults.Content(QrPicture.Of(await mediator.Send(new ReceiptTarget(current.Access, caseId), cancel)), "image/svg+xml");
}
