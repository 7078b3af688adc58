using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>A case that the product itself made, with all its rows, to be copied many times.</summary>
internal sealed class CaseTemplate
{
    private CaseTemplate(Guid caseId, Guid applicantId, string caseNo, IReadOnlyList<TrailRow> trail, IReadOnlyList<TemplateRows> tables, int? openTask) =>
        (CaseId, ApplicantId, CaseNo, Trail, Tables, OpenTask) = (caseId, applicantId, caseNo, trail, tables, openTask);

    /// <summary>The case.</summary>
    public Guid CaseId { get; }

    /// <summary>Whose it is.</summary>
    public Guid ApplicantId { get; }

    /// <summary>Its number.</summary>
    public string CaseNo { get; }

    /// <summary>Its trail; copies get their own hashes.</summary>
    public IReadOnlyList<TrailRow> Trail { get; }

    /// <summary>Its rows in all other tables.</summary>
    public IReadOnlyList<TemplateRows> Tables { get; }

    /// <summary>Number of its open task; null for a closed case.</summary>
    public int? OpenTask { get; }

    /// <summary>A case that waits in its first review, received at an instant (UTC).</summary>
    public static async Task<CaseTemplate> OpenAsync(ProductCentre centre, DateTimeOffset receivedAt)
    {
        var session = await centre.BeginAsync(receivedAt);
        Begin(session, receivedAt);
        return await SaveAsync(centre, session);
    }

    /// <summary>A case that was closed a day after its receipt at an instant (UTC).</summary>
    public static async Task<CaseTemplate> ClosedAsync(ProductCentre centre, DateTimeOffset receivedAt)
    {
        var session = await centre.BeginAsync(receivedAt);
        Begin(session, receivedAt);
        Answer(session, receivedAt.AddHours(2), "Next");
        session.Record(receivedAt.AddHours(3), Actors.Import, new StepNote("Commented") { Opinion = "The papers are complete and correct; granted as applied for." });
        Answer(session, receivedAt.AddHours(4), "Close");
        return await SaveAsync(centre, session);
    }

    /// <summary>
    /// A case of which exactly the step limit has just passed: the number of days since its receipt is looked for, since holidays move it.
    /// </summary>
    public static async Task<CaseTemplate> DueAsync(ProductCentre centre)
    {
        var now = DateTimeOffset.UtcNow;
        for (var days = 1; days < 40; days++)
        {
            var session = await centre.BeginAsync(now.AddDays(-days));
            Begin(session, now.AddDays(-days));
            if (session.Case.State.Timers.Count(timer => timer.DueAt <= now) == 1)
            {
                return await SaveAsync(centre, session);
            }
        }

        throw new InvalidOperationException("No day of receipt leaves exactly one timer due.");
    }

    private static void Begin(CaseSession session, DateTimeOffset at)
    {
        session.Act(at, Actors.Import, new Stimulus.Start(), new StepNote("CaseReceived"));
        Answer(session, at, "Accepted");
    }

    private static void Answer(CaseSession session, DateTimeOffset at, string outcome)
    {
        var task = session.Case.State.Tasks[0].Id;
        session.Act(at, Actors.Import, new Stimulus.CompleteTask(task, outcome), new StepNote("TaskCompleted") { TaskNo = task, Outcome = outcome });
    }

    private static async Task<CaseTemplate> SaveAsync(ProductCentre centre, CaseSession session)
    {
        await centre.Get<CaseWriter>().SaveNewAsync(session, null, CancellationToken.None);
        var row = session.Case;
        var source = centre.Get<NpgsqlDataSource>();
        return new CaseTemplate(
            row.CaseId, row.ApplicantId, row.CaseNo, await TrailAsync(source, row.CaseId), await TemplateRows.OfAsync(source, row.CaseId),
            row.State.Tasks.IsEmpty ? null : row.State.Tasks[0].Id);
    }

    private static async Task<IReadOnlyList<TrailRow>> TrailAsync(NpgsqlDataSource source, Guid caseId)
    {
        await using var command = source.CreateCommand("select centre_id, case_id, seq, at, actor, act, payload, prev_hash, hash from audit where case_id = $1 order by seq");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caseId });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<TrailRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(new TrailRow(
                reader.GetInt32(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4), reader.GetString(5),
                reader.GetString(6), reader.GetFieldValue<byte[]>(7), reader.GetFieldValue<byte[]>(8)));
        }

        return rows;
    }
}
