using ApprovalEngine.Approval.Cases.Rows;
using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Facts, alerts, messages, documents and notes of sessions.</summary>
internal static class EffectStatements
{
    private static readonly RowStatement<FactRow> Fact = RowStatement<FactRow>.Insert("case_fact", "",
    [
        Column.Of<FactRow>("centre_id", row => row.Case.CentreId),
        Column.Of<FactRow>("kind", row => row.Fact.Kind),
        Column.Of<FactRow>("sign", row => row.Fact.Sign),
        Column.Of<FactRow>("on_date", row => row.Fact.On),
        Column.Of<FactRow>("at", row => row.Fact.At),
        Column.Of<FactRow>("accepted_on", row => row.Fact.AcceptedOn),
        Column.Of<FactRow>("case_id", row => row.Case.CaseId),
        Column.Of<FactRow>("item_id", row => row.Case.ItemId),
        Column.Of<FactRow>("unit_id", row => row.Case.UnitId),
        Column.Of<FactRow>("window_id", row => row.Case.WindowId),
        Column.Of<FactRow>("channel", row => (short)row.Case.Channel),
        Column.Of<FactRow>("case_kind", row => row.Case.Kind),
        Column.Of<FactRow>("limit_kind", row => (short)row.Case.LimitKind),
        Column.Of<FactRow>("limit_amount", row => row.Fact.LimitAmount),
        Column.Of<FactRow>("used_amount", row => row.Fact.UsedAmount),
        Column.Of<FactRow>("on_time", row => row.Fact.IsOnTime),
        Column.Of<FactRow>("extended", row => row.Fact.IsExtended),
        Column.Of<FactRow>("decision", row => (short?)row.Fact.Decision),
        Column.Of<FactRow>("due_at", row => row.Fact.DueAt),
    ]);

    // The unique key (centre, case, key) raises each level once, whoever comes first.
    private static readonly RowStatement<AlertRow> Alert = RowStatement<AlertRow>.Insert("alert", "on conflict (centre_id, case_id, key) do nothing",
    [
        Column.Of<AlertRow>("centre_id", row => row.Session.Case.CentreId),
        Column.Of<AlertRow>("case_id", row => row.Session.Case.CaseId),
        Column.Of<AlertRow>("key", row => row.Raised.Alert.Key),
        Column.Of<AlertRow>("clock", row => (short)row.Raised.Alert.Clock),
        Column.Of<AlertRow>("level", row => (short)row.Raised.Alert.Level),
        Column.Of<AlertRow>("due_at", row => row.Raised.Alert.DueAt),
        Column.Of<AlertRow>("raised_at", row => row.Raised.RaisedAt),
        Column.Of<AlertRow>("task_no", row => row.Raised.Alert.TaskNo),
        Column.Of<AlertRow>("person", row => row.Raised.Alert.Person),
        Column.Of<AlertRow>("unit_id", row => row.Session.World.UnitId(row.Raised.Alert.Unit) ?? row.Session.Case.UnitId),
        Column.Of<AlertRow>("window_id", row => row.Session.Case.WindowId),
        Column.Of<AlertRow>("item_id", row => row.Session.Case.ItemId),
        Column.Of<AlertRow>("profile", row => row.Raised.Alert.Profile),
        Column.Jsonb<AlertRow>("evidence", row => row.Raised.Alert.Evidence.ToJsonString(JsonText.Options)),
    ]);

    private static readonly RowStatement<MessageRow> Message = RowStatement<MessageRow>.Insert("outbox", "",
    [
        Column.Of<MessageRow>("centre_id", row => row.Case.CentreId),
        Column.Of<MessageRow>("case_id", row => row.Case.CaseId),
        Column.Of<MessageRow>("kind", row => row.Message.Kind),
        Column.Of<MessageRow>("call_id", row => row.Message.CallId),
        Column.Of<MessageRow>("next_try_at", row => row.Message.At + row.Message.Held),
        Column.Jsonb<MessageRow>("payload", row => row.Message.Payload),
        Column.Of<MessageRow>("created_at", row => row.Message.At),
    ]);

    private static readonly RowStatement<CallRow> DropCall = RowStatement<CallRow>.Delete("outbox",
    [
        Column.Of<CallRow>("centre_id", row => row.Case.CentreId),
        Column.Of<CallRow>("case_id", row => row.Case.CaseId),
        Column.Of<CallRow>("call_id", row => row.CallId),
    ]);

    // The case is guarded by its trail, so the next number is free.
    private const string Document = """
        insert into document (centre_id, case_id, document_no, activity_id, title, number, verification_code, text, issued_at, issued_by)
        select $1, $2, coalesce(max(document_no), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from document where centre_id = $1 and case_id = $2
        """;

    private const string Note = """
        insert into case_note (centre_id, case_id, note_no, at, actor, kind, text)
        select $1, $2, coalesce(max(note_no), 0) + 1, $3, $4, $5, $6 from case_note where centre_id = $1 and case_id = $2
        """;

    public static void Add(IReadOnlyList<CaseSession> sessions, ICollection<NpgsqlBatchCommand> batch)
    {
        Fact.Add(batch, [.. sessions.SelectMany(session => session.Changes.Facts, (session, fact) => new FactRow(session.Case, fact))]);
        Alert.Add(batch, [.. sessions.SelectMany(session => session.Changes.Alerts, (session, raised) => new AlertRow(session, raised))]);
        Message.Add(batch, [.. sessions.SelectMany(session => session.Changes.Messages, (session, message) => new MessageRow(session.Case, message))]);
        DropCall.Add(batch, [.. sessions.SelectMany(session => session.Changes.DroppedCalls, (session, call) => new CallRow(session.Case, call))]);
        foreach (var session in sessions)
        {
            AddPapers(session, batch);
        }
    }

    /// <summary>Documents and notes are numbered within their case by what stands already, so each has a statement of its own.</summary>
    private static void AddPapers(CaseSession session, ICollection<NpgsqlBatchCommand> batch)
    {
        var row = session.Case;
        foreach (var document in session.Changes.Documents)
        {
            batch.Add(Sql.Command(
                Document, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(document.ActivityId), Sql.Of(document.Title), Sql.Of(document.Number),
                Sql.Of(document.VerificationCode), Sql.Of(document.Text), Sql.Of(document.At), Sql.Of(document.By)));
        }

        foreach (var note in session.Changes.Notes)
        {
            batch.Add(Sql.Command(Note, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(note.At), Sql.Of(note.Actor), Sql.Of((short)note.Kind), Sql.Of(note.Text)));
        }
    }

    private sealed record FactRow(CaseRecord Case, CaseFact Fact);

    private sealed record AlertRow(CaseSession Session, AlertRaised Raised);

    private sealed record MessageRow(CaseRecord Case, OutboxMessage Message);

    private sealed record CallRow(CaseRecord Case, int CallId);
}
