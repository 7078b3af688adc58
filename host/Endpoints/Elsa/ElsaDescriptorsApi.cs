using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Elsa.Descriptors;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Workflow.Descriptors;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>What a designer may choose from, in the reader's language.</summary>
internal static class ElsaDescriptorsApi
{
    public static RouteGroupBuilder MapElsaDescriptors(this RouteGroupBuilder elsa)
    {
        var descriptors = elsa.MapGroup("/descriptors");
        descriptors.MapGet("/activities", Activities);
        descriptors.MapPost("/activities/{type}/options/{property}", Choices);
        descriptors.MapGet("/expression-descriptors", () => ElsaJson.Answer(EditorCatalogue.Expressions()));
        descriptors.MapGet("/variables", () => ElsaJson.Answer(EditorCatalogue.Variables(Culture)));
        descriptors.MapGet("/storage-drivers", () => ElsaJson.Answer(EditorCatalogue.StorageDrivers(Culture)));
        descriptors.MapGet("/incident-strategies", () => ElsaJson.Answer(EditorCatalogue.IncidentStrategies(Culture)));
        descriptors.MapGet("/workflow-activation-strategies", () => ElsaJson.Answer(EditorCatalogue.ActivationStrategies(Culture)));
        descriptors.MapGet("/log-persistence-strategies", () => ElsaJson.Answer(EditorCatalogue.LogPersistenceStrategies(Culture)));
        descriptors.MapGet("/commit-strategies/workflows", () => ElsaJson.Answer(EditorCatalogue.None()));
        descriptors.MapGet("/commit-strategies/activities", () => ElsaJson.Answer(EditorCatalogue.None()));
        descriptors.MapGet("/output-converters", () => ElsaJson.Answer(EditorCatalogue.None()));
        elsa.MapGet("/resilience/strategies", () => ElsaJson.Answer(EditorCatalogue.None()));
        elsa.MapPost("/scripting/javascript/type-definitions/{definitionId}", Scripts);
        return elsa;
    }

    private static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>Studio asks again after every save: it is told that nothing has changed.</summary>
    private static async Task<FileContentHttpResult> Activities(HttpContext context, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var list = await mediator.Send(new ListActivityDescriptors(current.Access, Culture), cancel);
        var bytes = Encoding.UTF8.GetBytes(list.ToJsonString(ElsaJson.Options));
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = $"{HeaderNames.AcceptLanguage}, {HeaderNames.Cookie}";
        return TypedResults.Bytes(bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\""));
    }

    private static async Task<JsonHttpResult<JsonObject>> Choices(
        string type, string property, ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new ListChoices(current.Access, type, property, body["context"] as JsonObject ?? [], Culture), cancel));

    private static async Task<ContentHttpResult> Scripts(string definitionId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Text(await mediator.Send(new DescribeScripts(current.Access, definitionId), cancel), "application/x-typescript", Encoding.UTF8);
}
