using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Trial runs of the centre and cases of the administrator's units, where they stand and nothing of their content.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Which, in what order, which page.</param>
public sealed record ListInstances(Access Access, InstanceFilter Filter) : IRequest<ElsaPage<ElsaInstanceSummary>>;

internal sealed class ListInstancesHandler(CaseDatabase database, OrgDirectory directories) : IRequestHandler<ListInstances, ElsaPage<ElsaInstanceSummary>>
{
    /// <summary>Nobody pages further: counting stops here, so that a list that is asked for every ten seconds stays cheap.</summary>
    private const int MostCounted = 10_000;

    /// <summary>Number of the first parameter for conditions on instants.</summary>
    private const int FirstInstant = 11;

    // Both ids begin with the instant of the beginning: in the usual order the primary keys are read backwards.
    private const string Found = """
        from (
            select r.run_id as id, r.definition_id, r.version_id, r.version, r.sub_status, r.correlation_id, r.name, r.incident_count, r.created_at, r.updated_at, r.finished_at
            from trial_run r where r.centre_id = $1
            union all
            select c.case_id, c.definition_id, f.id, c.definition_version,
                array_position(array['Pending', 'Executing', 'Suspended', 'Finished', 'Cancelled', 'Faulted'], coalesce(c.state ->> 'st', 'Pending'))::smallint - 1::smallint,
                c.state ->> 'co', c.case_no, coalesce(json_array_length(c.state -> 'ic'), 0), c.received_at, c.updated_at, c.closed_at
            from cases c join flow_definition f on f.centre_id = c.centre_id and f.definition_id = c.definition_id and f.version = c.definition_version
            where c.centre_id = $1 and c.unit_id = any($2)) i
        where (cardinality($3::uuid[]) = 0 or i.id = any($3)) and (cardinality($4::text[]) = 0 or i.definition_id = any($4)) and (cardinality($5::text[]) = 0 or i.version_id = any($5))
            and (cardinality($6::text[]) = 0 or i.correlation_id = any($6)) and ($7::int is null or i.version = $7) and (cardinality($8::smallint[]) = 0 or i.sub_status = any($8))
            and ($9::boolean is null or (i.incident_count > 0) = $9)
            and ($10::text is null or strpos(lower(i.name), lower($10)) > 0 or i.definition_id = $10 or i.correlation_id = $10 or i.id::text = lower($10))
        """;

    private const string Columns = "i.id, i.definition_id, i.version_id, i.version, i.sub_status, i.correlation_id, i.name, i.incident_count, i.created_at, i.updated_at, i.finished_at";

    public async Task<ElsaPage<ElsaInstanceSummary>> Handle(ListInstances request, CancellationToken cancellationToken)
    {
        var (access, filter) = request;
        access.Require(Role.Administrator);
        if (filter.IsSystem == true)
        {
            return new ElsaPage<ElsaInstanceSummary>([], 0);
        }

        var condition = Found + Conditions(filter);
        var units = (await directories.Of(access.CentreId, cancellationToken)).UnitsIn(access, Role.Administrator);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Sql.Command($"select {Columns} {condition} order by {Order(filter)} limit {filter.Take} offset {filter.Skip}", Parameters(access, units, filter)));
        batch.BatchCommands.Add(Sql.Command($"select count(*) from (select 1 {condition} limit {MostCounted}) n", Parameters(access, units, filter)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var items = await reader.ListAsync(Summary, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new ElsaPage<ElsaInstanceSummary>(items, reader.GetInt64(0));
    }

    private static NpgsqlParameter[] Parameters(Access access, int[] units, InstanceFilter filter) =>
    [
        Sql.Of(access.CentreId), Sql.Of(units), Sql.Of(filter.Ids.Select(id => Guid.TryParse(id, out var key) ? key : Guid.Empty).ToArray()), Sql.Of(filter.DefinitionIds.ToArray()),
        Sql.Of(filter.DefinitionVersionIds.ToArray()), Sql.Of(filter.CorrelationIds.ToArray()), Sql.Nullable(filter.Version), Sql.Of(SubStatuses(filter)), Sql.Nullable(filter.HasIncidents),
        Sql.Of(string.IsNullOrWhiteSpace(filter.SearchTerm) ? null : filter.SearchTerm.Trim()), .. filter.Instants.Select(instant => Sql.Of(instant.At.ToUniversalTime())),
    ];

    /// <summary>The sub-statuses that are wanted by themselves or by their status; none for all.</summary>
    private static short[] SubStatuses(InstanceFilter filter)
    {
        var ended = new[] { FlowSubStatus.Finished, FlowSubStatus.Cancelled, FlowSubStatus.Faulted };
        var statuses = filter.Statuses.Select(name => FilterValue.Named<FlowStatus>(name, "filter")!.Value).ToList();
        var wanted = filter.SubStatuses.Count == 0 ? Enum.GetValues<FlowSubStatus>() : [.. filter.SubStatuses.Select(name => FilterValue.Named<FlowSubStatus>(name, "filter")!.Value)];
        var chosen = wanted.Where(one => statuses.Count == 0 || statuses.Contains(ended.Contains(one) ? FlowStatus.Finished : FlowStatus.Running)).Select(one => (short)one).ToArray();

        // What contradicts itself finds nothing.
        return filter.SubStatuses.Count == 0 && statuses.Count == 0 ? [] : chosen.Length > 0 ? chosen : [-1];
    }

    /// <summary>Column and operator come from fixed lists, never from the request.</summary>
    private static string Conditions(InstanceFilter filter) => string.Concat(filter.Instants.Select((instant, index) =>
        FormattableString.Invariant($" and {Column(instant.Column)} {Operator(instant.Operator)} ${FirstInstant + index}")));

    private static string Order(InstanceFilter filter)
    {
        var direction = filter.IsAscending ? "asc" : "desc";
        return filter.OrderBy is null ? $"i.id {direction}" : $"{Column(filter.OrderBy)} {direction} nulls last, i.id {direction}";
    }

    private static string Column(string name) => name.ToUpperInvariant() switch
    {
        "CREATED" or "CREATEDAT" => "i.created_at",
        "UPDATED" or "UPDATEDAT" or "LASTEXECUTED" => "i.updated_at",
        "FINISHED" or "FINISHEDAT" => "i.finished_at",
        "NAME" => "i.name",
        _ => throw new RuleBrokenException("FilterInvalid", $"'{name}' is none of CreatedAt, UpdatedAt, FinishedAt, Name.", "column"),
    };

    private static string Operator(string name) => name.ToUpperInvariant() switch
    {
        "IS" => "=",
        "ISNOT" => "<>",
        "GREATERTHAN" => ">",
        "GREATERTHANOREQUAL" => ">=",
        "LESSTHAN" => "<",
        "LESSTHANOREQUAL" => "<=",
        _ => throw new RuleBrokenException("FilterInvalid", $"'{name}' is none of Is, IsNot, GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual.", "operator"),
    };

    private static ElsaInstanceSummary Summary(NpgsqlDataReader reader)
    {
        var subStatus = (FlowSubStatus)reader.GetInt16(4);
        var isEnded = subStatus is FlowSubStatus.Finished or FlowSubStatus.Cancelled or FlowSubStatus.Faulted;
        return new ElsaInstanceSummary
        {
            Id = reader.GetGuid(0).ToString(),
            DefinitionId = reader.GetString(1),
            DefinitionVersionId = reader.GetString(2),
            Version = reader.GetInt32(3),
            Status = (isEnded ? FlowStatus.Finished : FlowStatus.Running).ToString(),
            SubStatus = subStatus.ToString(),
            CorrelationId = CaseFields.Text(reader, 5),
            Name = CaseFields.Text(reader, 6),
            IncidentCount = reader.GetInt32(7),
            CreatedAt = reader.GetFieldValue<DateTimeOffset>(8),
            UpdatedAt = reader.GetFieldValue<DateTimeOffset>(9),
            FinishedAt = CaseFields.Instant(reader, 10),
        };
    }
}
