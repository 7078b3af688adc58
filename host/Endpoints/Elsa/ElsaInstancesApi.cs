using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>Instances: cases, of which an administrator sees where they stand, and trial runs.</summary>
internal static class ElsaInstancesApi
{
    public static RouteGroupBuilder MapElsaInstances(this RouteGroupBuilder elsa)
    {
        var instances = elsa.MapGroup("/workflow-instances");
        instances.MapPost("/", List);
        instances.MapGet("/{id}", Get);
        instances.MapDelete("/{id}", Delete);
        instances.MapGet("/{id}/execution-state", State);
        instances.MapGet("/{id}/variables", Variables);
        instances.MapGet("/{id}/journal", Journal);
        instances.MapPost("/{id}/journal", FilteredJournal);
        elsa.MapPost("/cancel/workflow-instances/{id}", Cancel);
        elsa.MapPost("/bulk-actions/cancel/workflow-instances", CancelAll);
        elsa.MapPost("/bulk-actions/delete/workflow-instances/by-id", DeleteAll);
        return elsa;
    }

    private static async Task<JsonHttpResult<ElsaPage<ElsaInstanceSummary>>> List(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new ListInstances(current.Access, Filter(body)), cancel));

    private static async Task<JsonHttpResult<JsonObject>> Get(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetInstance(current.Access, id), cancel));

    private static async Task<JsonHttpResult<ElsaExecutionState>> State(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetExecutionState(current.Access, id), cancel));

    private static async Task<JsonHttpResult<ElsaList<ElsaVariable>>> Variables(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(new ElsaList<ElsaVariable>(await mediator.Send(new GetVariables(current.Access, id), cancel)));

    private static async Task<JsonHttpResult<ElsaPage<ElsaJournalRecord>>> Journal(string id, ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetJournal(current.Access, id, new JournalFilter { Skip = query.Number("skip"), Take = query.Number("take") }), cancel));

    private static async Task<JsonHttpResult<ElsaPage<ElsaJournalRecord>>> FilteredJournal(
        string id, ElsaQuery query, ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var wanted = new ElsaBody(body["filter"] as JsonObject ?? []);
        var filter = new JournalFilter
        {
            ActivityIds = wanted.Texts("activityIds"),
            ActivityNodeIds = wanted.Texts("activityNodeIds"),
            ExcludedActivityTypes = wanted.Texts("excludedActivityTypes"),
            EventNames = wanted.Texts("eventNames"),
            Skip = query.Number("skip"),
            Take = query.Number("take"),
        };
        return ElsaJson.Answer(await mediator.Send(new GetJournal(current.Access, id, filter), cancel));
    }

    private static async Task<Ok> Cancel(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new CancelInstances(current.Access, [id]), cancel);
        return TypedResults.Ok();
    }

    private static async Task<JsonHttpResult<object>> CancelAll(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { CancelledCount = await mediator.Send(Cancelled(body, current), cancel) });

    /// <summary>Those that are named, or all that run of a definition or of a version.</summary>
    private static IRequest<int> Cancelled(ElsaBody body, CurrentAccess current)
    {
        var (definitions, versions) = (One([], body.Text("definitionId")), One([], body.Text("definitionVersionId")));
        return definitions.Count + versions.Count > 0 ? new CancelInstancesOf(current.Access, definitions, versions) : new CancelInstances(current.Access, body.Texts("ids"));
    }

    private static async Task<NoContent> Delete(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new DeleteInstances(current.Access, [id]), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<JsonHttpResult<object>> DeleteAll(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { Deleted = await mediator.Send(new DeleteInstances(current.Access, body.Texts("ids")), cancel) });

    private static InstanceFilter Filter(ElsaBody body) => new()
    {
        SearchTerm = body.Text("searchTerm"),
        Ids = One(body.Texts("ids"), null),
        DefinitionIds = One(body.Texts("definitionIds"), body.Text("definitionId")),
        DefinitionVersionIds = One(body.Texts("definitionVersionIds"), body.Text("definitionVersionId")),
        CorrelationIds = One(body.Texts("correlationIds"), body.Text("correlationId")),
        Version = body.Number("version"),
        Statuses = One(Names(body, "statuses", "Running", "Finished"), body.Text("status")),
        SubStatuses = One(Names(body, "subStatuses", "Pending", "Executing", "Suspended", "Finished", "Cancelled", "Faulted"), body.Text("subStatus")),
        HasIncidents = body.Flag("hasIncidents"),
        IsSystem = body.Flag("isSystem"),
        Instants = [.. (body["timestampFilters"] as JsonArray ?? []).OfType<JsonObject>().Select(one => Instant(new ElsaBody(one)))],
        OrderBy = body.Text("orderBy"),
        IsAscending = string.Equals(body.Text("orderDirection"), "Ascending", StringComparison.OrdinalIgnoreCase),
        Page = body.Number("page"),
        PageSize = body.Number("pageSize"),
    };

    private static IReadOnlyList<string> One(IReadOnlyList<string> several, string? one) => one is null ? several : [.. several, one];

    /// <summary>Enums come by name, or by their number in the order given.</summary>
    private static IReadOnlyList<string> Names(ElsaBody body, string list, params string[] names) =>
        [.. (body[list] as JsonArray ?? []).OfType<JsonValue>().Select(value => value.TryGetValue<int>(out var number) && number >= 0 && number < names.Length ? names[number] : value.ToString())];

    private static InstantFilter Instant(ElsaBody filter) =>
        DateTimeOffset.TryParse(filter.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new InstantFilter(filter.Text("column") ?? "", filter.Text("operator") ?? filter["operator"]?.ToString() ?? "", at)
            : throw new BadHttpRequestException("A timestamp filter names a column, an operator and an instant.");
}
