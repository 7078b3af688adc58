using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>
/// Takes a recorded caseload in: each case is replayed through its flow at its historical instants and written in one transaction.
/// Cases that are there already are left alone, so that importing again changes nothing.
/// </summary>
public sealed class CaseloadImport(NpgsqlDataSource database, CaseIntake intake, CaseWriter writer, ShippedMappings shipped, TimeProvider time)
{
    private const string InsertApplicant = """
        insert into applicant (centre_id, applicant_id, kind, number, name) values ($1, $2, $3, null, $4) on conflict do nothing
        """;

    private const string Known = "select external_no from cases where centre_id = $1 and external_no = any($2)"; // cases_external_no

    /// <summary>Imports a log.</summary>
    /// <param name="request">The log and what is known of it.</param>
    /// <param name="progress">How many of how many cases are done.</param>
    /// <param name="cancel">Stops between two cases; what came in stays.</param>
    /// <exception cref="CaseloadException">The log or mapping cannot be read at all.</exception>
    public async Task<CaseloadReport> RunAsync(CaseloadRequest request, IProgress<(int Done, int Of)>? progress, CancellationToken cancel)
    {
        var log = LogFile.Read(request.FileName, request.Content);
        var mapping = request.Mapping ?? shipped.For(log)
            ?? throw new CaseloadException(1, $"No shipped mapping fits these columns: {string.Join(", ", log.Columns)}. Name one with --mapping.");
        var itemCode = request.Item ?? mapping.Item ?? throw new CaseloadException(null, "Neither the mapping nor --item names the item whose flow the cases run through.");
        var (world, flowVersion) = await intake.WorldAsync(request.CentreId, itemCode, cancel);
        var reading = new LogReading(mapping, world.Calendar.Zone, time.GetUtcNow());
        var cases = reading.Cases(log);
        var known = await KnownAsync(request.CentreId, cases.Select(one => one.Number), cancel);
        var fresh = cases.Where(one => !known.Contains(one.Number)).ToList();

        var deviations = new List<Deviation>();
        foreach (var (done, logged) in fresh.Index())
        {
            deviations.AddRange(await ImportAsync(logged, mapping, world, flowVersion, cancel));
            progress?.Report((done + 1, fresh.Count));
        }

        return new CaseloadReport(cases.Length, fresh.Count, cases.Length - fresh.Count, fresh.Sum(one => one.Events.Length), [.. deviations], [.. reading.LeftOut.OrderBy(row => row.Line)]);
    }

    private async Task<IEnumerable<Deviation>> ImportAsync(LoggedCase logged, CaseloadMapping mapping, CaseWorld world, int flowVersion, CancellationToken cancel)
    {
        var channel = logged.Channel is { } word && mapping.Channels.TryGetValue(word, out var named) ? named : Channel.Window;
        var unit = logged.Unit is { } office && mapping.Units.TryGetValue(office, out var code) ? world.Directory.Unit(code).UnitId : world.Item.UnitId;
        var applicantId = Guid.CreateVersion7(logged.ReceivedAt);
        var session = await intake.BeginAsync(
            new NewCase
            {
                World = world,
                FlowVersion = flowVersion,
                ReceivedAt = logged.ReceivedAt,
                Channel = channel,
                UnitId = unit,
                ApplicantId = applicantId,
                ApplicantKind = ApplicantKind.Person,
                ApplicantName = logged.Number,
                ReceivedBy = Actors.Import,
                Form = new JsonObject(),
                ExternalNo = logged.Number,
                CalendarDueAt = logged.DueAt,
                IsReplay = true,
            },
            cancel);
        session.Changes.More.Add(new NpgsqlBatchCommand(InsertApplicant)
        {
            Parameters = { Sql.Of(session.Case.CentreId), Sql.Of(applicantId), Sql.Of((short)ApplicantKind.Person), Sql.Of(logged.Number) },
        });
        var deviations = new CaseReplay(session, logged, mapping).Run();
        await writer.SaveNewAsync(session, null, cancel);
        return deviations.Concat(UnknownWords(logged, mapping));
    }

    private static IEnumerable<Deviation> UnknownWords(LoggedCase logged, CaseloadMapping mapping) =>
        new[] { logged.Channel is { } channel && !mapping.Channels.ContainsKey(channel) ? channel : null, logged.Unit is { } unit && !mapping.Units.ContainsKey(unit) ? unit : null }
            .OfType<string>().Select(word => new Deviation(logged.Number, DeviationKind.UnknownWord, logged.Line, word));

    private async Task<HashSet<string>> KnownAsync(int centreId, IEnumerable<string> numbers, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Known);
        command.Parameters.Add(Sql.Of(centreId));
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. numbers] });
        return [.. await command.ListAsync(reader => reader.GetString(0), cancel)];
    }
}

/// <summary>What is to be imported.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="FileName">Its ending tells the form.</param>
/// <param name="Content">The file.</param>
/// <param name="Mapping">Which column is what; null to recognise the log by its columns.</param>
/// <param name="Item">Code of the item; null for the mapping's.</param>
public sealed record CaseloadRequest(int CentreId, string FileName, Stream Content, CaseloadMapping? Mapping, string? Item);
