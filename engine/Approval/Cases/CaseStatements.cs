using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases.Rows;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// The statements of one session or of a group in the order in which they must run: the keys that guard first, then what they guard. All
/// take tables and, within a table, cases in the same order, so that no two transactions wait for each other.
/// </summary>
internal static class CaseStatements
{
    private static readonly RowStatement<WrittenStep> Key = RowStatement<WrittenStep>.Insert("idempotency_key", "",
    [
        Column.Of<WrittenStep>("centre_id", step => step.Session.Case.CentreId),
        Column.Of<WrittenStep>("user_name", step => step.Key!.UserName),
        Column.Of<WrittenStep>("key", step => step.Key!.Value),
        Column.Of<WrittenStep>("request_hash", step => step.Key!.RequestHash),
        Column.Of<WrittenStep>("status", _ => 200),
        Column.Of<WrittenStep>("answer", step => step.Answer),
        Column.Of<WrittenStep>("created_at", step => step.Session.Case.UpdatedAt),
    ]);

    // The primary key (centre, case, seq) is the guard: a writer that read an older version gets 23505 and nothing is written.
    private static readonly RowStatement<TrailRow> Trail = RowStatement<TrailRow>.Insert("audit", "",
    [
        Column.Of<TrailRow>("centre_id", row => row.CentreId),
        Column.Of<TrailRow>("case_id", row => row.CaseId),
        Column.Of<TrailRow>("seq", row => row.Seq),
        Column.Of<TrailRow>("at", row => row.At),
        Column.Of<TrailRow>("actor", row => row.Actor),
        Column.Of<TrailRow>("act", row => row.Act),
        Column.Of<TrailRow>("payload", row => row.Payload),
        Column.Of<TrailRow>("prev_hash", row => row.PrevHash),
        Column.Of<TrailRow>("hash", row => row.Hash),
    ]);

    private static readonly RowColumn<CaseSession>[] CaseKey =
    [
        Column.Of<CaseSession>("centre_id", session => session.Case.CentreId),
        Column.Of<CaseSession>("case_id", session => session.Case.CaseId),
    ];

    private static readonly RowColumn<CaseSession>[] Step =
    [
        Column.Of<CaseSession>("version", session => session.Case.Version),
        Column.Of<CaseSession>("head_hash", session => session.Case.HeadHash),
        Column.Json<CaseSession>("state", session => FlowStateJson.Write(session.Case.State)),
        Column.Of<CaseSession>("updated_at", session => session.Case.UpdatedAt),
    ];

    private static readonly RowColumn<CaseSession>[] Derived =
    [
        Column.Of<CaseSession>("status", session => (short)session.Case.Status),
        Column.Of<CaseSession>("accepted_at", session => session.Case.AcceptedAt),
        Column.Of<CaseSession>("due_at", session => session.Case.DueAt),
        Column.Of<CaseSession>("legal_due_at", session => session.Case.LegalDueAt),
        Column.Of<CaseSession>("notice_at", session => session.Case.NoticeAt),
        Column.Of<CaseSession>("closed_at", session => session.Case.ClosedAt),
        Column.Of<CaseSession>("decision", session => session.Case.Decision?.ToString()),
        Column.Of<CaseSession>("used_days", session => session.Case.UsedDays),
        Column.Of<CaseSession>("calendar_version", session => session.World.Calendar.Version),
        Column.Texts<CaseSession>("raised_alerts", session => session.Case.RaisedAlerts),
        Column.Of<CaseSession>("next_alert_at", session => session.Case.NextAlertAt),
    ];

    private static readonly RowColumn<CaseSession>[] HandedIn =
    [
        Column.Of<CaseSession>("case_no", session => session.Case.CaseNo),
        Column.Of<CaseSession>("external_no", session => session.Case.ExternalNo),
        Column.Of<CaseSession>("item_id", session => session.Case.ItemId),
        Column.Of<CaseSession>("item_version", session => session.Case.ItemVersion),
        Column.Of<CaseSession>("definition_id", session => session.Case.DefinitionId),
        Column.Of<CaseSession>("definition_version", session => session.Case.DefinitionVersion),
        Column.Of<CaseSession>("kind", session => session.Case.Kind),
        Column.Of<CaseSession>("channel", session => (short)session.Case.Channel),
        Column.Of<CaseSession>("unit_id", session => session.Case.UnitId),
        Column.Of<CaseSession>("window_id", session => session.Case.WindowId),
        Column.Of<CaseSession>("applicant_id", session => session.Case.ApplicantId),
        Column.Of<CaseSession>("received_by", session => session.Case.ReceivedBy),
        Column.Of<CaseSession>("project_no", session => session.Case.ProjectNo),
        Column.Of<CaseSession>("received_at", session => session.Case.ReceivedAt),
        Column.Of<CaseSession>("limit_kind", session => (short)session.Case.LimitKind),
        Column.Of<CaseSession>("legal_days", session => session.Case.LegalDays),
        Column.Of<CaseSession>("promised_days", session => session.Case.PromisedDays),
        Column.Of<CaseSession>("calendar_due_at", session => session.Case.CalendarDueAt),
        Column.Json<CaseSession>("form", session => session.Case.Form.ToJsonString(StepPayload.Json)),
    ];

    private static readonly RowStatement<CaseSession> New = RowStatement<CaseSession>.Insert("cases", "", [.. CaseKey, .. Step, .. Derived, .. HandedIn]);

    // A usual step changes no column that an index names: a HOT update.
    private static readonly RowStatement<CaseSession> Usual = RowStatement<CaseSession>.Update("cases", CaseKey.Length, [.. CaseKey, .. Step]);

    private static readonly RowStatement<CaseSession> Unusual = RowStatement<CaseSession>.Update("cases", CaseKey.Length, [.. CaseKey, .. Step, .. Derived]);

    /// <summary>Everything that the steps come to.</summary>
    /// <param name="steps">Of cases that differ.</param>
    public static List<NpgsqlBatchCommand> Of(IEnumerable<WrittenStep> steps)
    {
        var ordered = steps.OrderBy(step => step.Session.Case.CentreId).ThenBy(step => step.Session.Case.CaseId).ToList();
        var sessions = ordered.ConvertAll(step => step.Session);
        var batch = new List<NpgsqlBatchCommand>(12);
        Key.Add(batch, ordered.FindAll(step => step.Key is not null));
        Trail.Add(batch, [.. sessions.SelectMany(session => session.Changes.Trail)]);
        AddCases(sessions, batch);
        TaskStatements.Add(sessions, batch);
        TimerStatements.Add(sessions, batch);
        EffectStatements.Add(sessions, batch);
        batch.AddRange(sessions.SelectMany(session => session.Changes.More));
        return batch;
    }

    private static void AddCases(List<CaseSession> sessions, List<NpgsqlBatchCommand> batch)
    {
        New.Add(batch, sessions.FindAll(session => session.Origin.Version == 0));
        var moved = sessions.FindAll(session => session.Origin.Version > 0 && session.IsChanged);
        Usual.Add(batch, moved.FindAll(session => IsUsual(session.Origin, session.Case)));
        Unusual.Add(batch, moved.FindAll(session => !IsUsual(session.Origin, session.Case)));
    }

    private static bool IsUsual(CaseRecord before, CaseRecord row) =>
        before.Status == row.Status && before.AcceptedAt == row.AcceptedAt && before.DueAt == row.DueAt && before.LegalDueAt == row.LegalDueAt
        && before.NoticeAt == row.NoticeAt && before.ClosedAt == row.ClosedAt && before.CalendarVersion == row.CalendarVersion
        && before.RaisedAlerts.Length == row.RaisedAlerts.Length && before.NextAlertAt == row.NextAlertAt;
}

/// <summary>A session that is to be written.</summary>
/// <param name="Session">The session.</param>
/// <param name="Key">The client's key; null for acts of the system.</param>
/// <param name="Answer">What is answered again when the key comes again.</param>
internal sealed record WrittenStep(CaseSession Session, IdempotencyKey? Key, string Answer);
