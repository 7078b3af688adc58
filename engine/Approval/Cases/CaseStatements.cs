using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The statements of one session in the order in which they must run: the keys that guard first, then what they guard.</summary>
internal static class CaseStatements
{
    private const string Key = """
        insert into idempotency_key (centre_id, user_name, key, request_hash, status, answer, created_at) values ($1, $2, $3, $4, 200, $5, $6)
        """;

    // The primary key (centre, case, seq) is the guard: a writer that read an older version gets 23505 and nothing is written.
    private const string Trail = """
        insert into audit (centre_id, case_id, seq, at, actor, act, payload, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string New = """
        insert into cases (centre_id, case_id, case_no, external_no, item_id, item_version, definition_id, definition_version, kind, status, version,
            channel, unit_id, window_id, applicant_id, received_by, project_no, received_at, accepted_at, limit_kind, legal_days, promised_days,
            calendar_due_at, due_at, legal_due_at, notice_at, closed_at, decision, used_days, head_hash, state, form, updated_at, calendar_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29,
            $30, $31, $32, $33, $34)
        """;

    // A usual step changes no column that an index names: a HOT update.
    private const string Usual = """
        update cases set version = $3, head_hash = $4, state = $5, updated_at = $6 where centre_id = $1 and case_id = $2
        """;

    private const string Derived = """
        update cases set version = $3, head_hash = $4, state = $5, updated_at = $6, status = $7, accepted_at = $8, due_at = $9, legal_due_at = $10,
            notice_at = $11, closed_at = $12, decision = $13, used_days = $14, calendar_version = $15
        where centre_id = $1 and case_id = $2
        """;

    /// <summary>Everything that a session comes to.</summary>
    /// <param name="session">The session.</param>
    /// <param name="key">The client's key; null for acts of the system.</param>
    /// <param name="answer">What is answered again when the key comes again.</param>
    public static List<NpgsqlBatchCommand> Of(CaseSession session, IdempotencyKey? key, string answer)
    {
        var batch = new List<NpgsqlBatchCommand>(12);
        var row = session.Case;
        if (key is not null)
        {
            batch.Add(Sql.Command(Key, Sql.Of(row.CentreId), Sql.Of(key.UserName), Sql.Of(key.Value), Sql.Of(key.RequestHash), Sql.Of(answer), Sql.Of(row.UpdatedAt)));
        }

        foreach (var entry in session.Changes.Trail)
        {
            batch.Add(Sql.Command(
                Trail, Sql.Of(entry.CentreId), Sql.Of(entry.CaseId), Sql.Of(entry.Seq), Sql.Of(entry.At), Sql.Of(entry.Actor), Sql.Of(entry.Act),
                Sql.Of(entry.Payload), Sql.Of(entry.PrevHash), Sql.Of(entry.Hash)));
        }

        AddCase(session, batch);
        TaskStatements.Add(session, batch);
        TimerStatements.Add(session, batch);
        EffectStatements.Add(session, batch);
        batch.AddRange(session.Changes.More);
        return batch;
    }

    private static void AddCase(CaseSession session, List<NpgsqlBatchCommand> batch)
    {
        var (row, before) = (session.Case, session.Origin);
        if (before.Version == 0)
        {
            batch.Add(Sql.Command(New, [.. Whole(row), Sql.Of(session.World.Calendar.Version)]));
        }
        else if (session.Changes.Trail.Count > 0)
        {
            batch.Add(IsUsual(before, row) ? Sql.Command(Usual, Step(row)) : Sql.Command(Derived, [.. Step(row), .. Columns(row), Sql.Of(session.World.Calendar.Version)]));
        }
    }

    private static bool IsUsual(CaseRecord before, CaseRecord row) =>
        before.Status == row.Status && before.AcceptedAt == row.AcceptedAt && before.DueAt == row.DueAt && before.LegalDueAt == row.LegalDueAt
        && before.NoticeAt == row.NoticeAt && before.ClosedAt == row.ClosedAt;

    private static NpgsqlParameter[] Step(CaseRecord row) =>
        [Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(row.Version), Sql.Of(row.HeadHash), Sql.Json(Workflow.Runtime.FlowStateJson.Write(row.State)), Sql.Of(row.UpdatedAt)];

    private static NpgsqlParameter[] Columns(CaseRecord row) =>
    [
        Sql.Of((short)row.Status), Sql.Nullable(row.AcceptedAt), Sql.Nullable(row.DueAt), Sql.Nullable(row.LegalDueAt), Sql.Nullable(row.NoticeAt),
        Sql.Nullable(row.ClosedAt), Sql.Of(row.Decision?.ToString()), Sql.Nullable(row.UsedDays),
    ];

    private static NpgsqlParameter[] Whole(CaseRecord row) =>
    [
        Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(row.CaseNo), Sql.Of(row.ExternalNo), Sql.Of(row.ItemId), Sql.Of(row.ItemVersion),
        Sql.Of(row.DefinitionId), Sql.Of(row.DefinitionVersion), Sql.Of(row.Kind), Sql.Of((short)row.Status), Sql.Of(row.Version), Sql.Of((short)row.Channel),
        Sql.Of(row.UnitId), Sql.Nullable(row.WindowId), Sql.Of(row.ApplicantId), Sql.Of(row.ReceivedBy), Sql.Of(row.ProjectNo), Sql.Of(row.ReceivedAt),
        Sql.Nullable(row.AcceptedAt), Sql.Of((short)row.LimitKind), Sql.Nullable(row.LegalDays), Sql.Nullable(row.PromisedDays), Sql.Nullable(row.CalendarDueAt),
        Sql.Nullable(row.DueAt), Sql.Nullable(row.LegalDueAt), Sql.Nullable(row.NoticeAt), Sql.Nullable(row.ClosedAt), Sql.Of(row.Decision?.ToString()),
        Sql.Nullable(row.UsedDays), Sql.Of(row.HeadHash), Sql.Json(Workflow.Runtime.FlowStateJson.Write(row.State)), Sql.Json(row.Form.ToJsonString(StepPayload.Json)), Sql.Of(row.UpdatedAt),
    ];
}
