using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Facts, alerts, messages, documents and notes of a session.</summary>
internal static class EffectStatements
{
    private const string Fact = """
        insert into case_fact (centre_id, kind, sign, on_date, at, accepted_on, case_id, item_id, unit_id, window_id, channel, case_kind, limit_kind,
            limit_amount, used_amount, on_time, extended, decision, due_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        """;

    // The unique key (centre, case, key) raises each level once, whoever comes first.
    private const string Alert = """
        insert into alert (centre_id, case_id, key, clock, level, due_at, raised_at, task_no, person, unit_id, window_id, item_id, profile, evidence)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (centre_id, case_id, key) do nothing
        """;

    private const string Message = """
        insert into outbox (centre_id, case_id, kind, call_id, next_try_at, payload, created_at) values ($1, $2, $3, $4, $5, $6, $5)
        """;

    private const string DropCall = "delete from outbox where centre_id = $1 and case_id = $2 and call_id = $3";

    // The case is guarded by its trail, so the next number is free.
    private const string Document = """
        insert into document (centre_id, case_id, document_no, activity_id, title, number, verification_code, text, issued_at, issued_by)
        select $1, $2, coalesce(max(document_no), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from document where centre_id = $1 and case_id = $2
        """;

    private const string Note = """
        insert into case_note (centre_id, case_id, note_no, at, actor, kind, text)
        select $1, $2, coalesce(max(note_no), 0) + 1, $3, $4, $5, $6 from case_note where centre_id = $1 and case_id = $2
        """;

    public static void Add(CaseSession session, ICollection<NpgsqlBatchCommand> batch)
    {
        var row = session.Case;
        foreach (var fact in session.Changes.Facts)
        {
            batch.Add(Counted(row, fact));
        }

        foreach (var raised in session.Changes.Alerts)
        {
            batch.Add(Raised(session, raised));
        }

        foreach (var message in session.Changes.Messages)
        {
            batch.Add(Sql.Command(Message, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(message.Kind), Sql.Nullable(message.CallId), Sql.Of(message.At), Sql.Json(message.Payload)));
        }

        foreach (var call in session.Changes.DroppedCalls)
        {
            batch.Add(Sql.Command(DropCall, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(call)));
        }

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

    private static NpgsqlBatchCommand Counted(CaseRecord row, CaseFact fact) => Sql.Command(
        Fact, Sql.Of(row.CentreId), Sql.Of(fact.Kind), Sql.Of(fact.Sign), Sql.Of(fact.On), Sql.Of(fact.At), Sql.Of(fact.AcceptedOn), Sql.Of(row.CaseId),
        Sql.Of(row.ItemId), Sql.Of(row.UnitId), Sql.Nullable(row.WindowId), Sql.Of((short)row.Channel), Sql.Of(row.Kind), Sql.Of((short)row.LimitKind),
        Sql.Of(fact.LimitAmount), Sql.Nullable(fact.UsedAmount), Sql.Nullable(fact.IsOnTime), Sql.Of(fact.IsExtended), Sql.Nullable((short?)fact.Decision),
        Sql.Nullable(fact.DueAt));

    private static NpgsqlBatchCommand Raised(CaseSession session, AlertRaised raised)
    {
        var (row, alert) = (session.Case, raised.Alert);
        return Sql.Command(
            Alert, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(alert.Key), Sql.Of((short)alert.Clock), Sql.Of((short)alert.Level), Sql.Of(alert.DueAt),
            Sql.Of(raised.RaisedAt), Sql.Nullable(alert.TaskNo), Sql.Of(alert.Person), Sql.Of(session.World.UnitId(alert.Unit) ?? row.UnitId),
            Sql.Nullable(row.WindowId), Sql.Of(row.ItemId), Sql.Of(alert.Profile), Sql.Json(alert.Evidence.ToJsonString(JsonText.Options)));
    }
}
