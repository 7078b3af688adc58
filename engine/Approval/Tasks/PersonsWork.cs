using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Finds what is open for one person.</summary>
public sealed class PersonsWork(CaseDatabase database)
{
    // Indexes ix_task_open_mine, ix_task_open_owner and ix_task_open_signers_after; what is offered by name is few among what is on offer.
    private const string Condition = """
        t.centre_id = $1 and (t.assignee = $2 or t.owner = $2 or (t.assignee is null and t.offered_user = $2)
            or (t.signers_after <> '{}' and t.signers_after @> array[$2]))
        """;

    private const string All = $"""
        select t.case_id, t.kind, t.unit_id, t.role, t.post, t.owner, t.barred, t.signers_after @> array[$2],
            array_remove(array(select o.unit_id from task_open o where o.centre_id = t.centre_id and o.case_id = t.case_id) || c.unit_id || c.window_id, null)
        from task_open t left join cases c on c.centre_id = t.centre_id and c.case_id = t.case_id where {Condition}
        """;

    private const string Page = $"select distinct t.case_id from task_open t where {Condition} and t.case_id > $3 order by t.case_id limit $4";

    /// <summary>Counts it.</summary>
    /// <param name="organisation">The centre.</param>
    /// <param name="userName">The person.</param>
    /// <param name="heir">Who might get it; null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<OpenWork> CountAsync(CentreDirectory organisation, string userName, PersonEntry? heir, CancellationToken cancel) =>
        CountAsync(organisation, userName, heir, _ => true, cancel);

    /// <summary>Counts what of it a person has by rights that they are about to lose.</summary>
    /// <param name="organisation">The centre.</param>
    /// <param name="now">The person as they are.</param>
    /// <param name="then">As they shall be.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<OpenWork> CountLostAsync(CentreDirectory organisation, PersonEntry now, PersonEntry then, CancellationToken cancel) =>
        CountAsync(organisation, now.UserName, then, row => MayHave(row, organisation, now) && !MayHave(row, organisation, then), cancel);

    private async Task<OpenWork> CountAsync(CentreDirectory organisation, string userName, PersonEntry? heir, Func<NpgsqlDataReader, bool> counts, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(All, connection) { Parameters = { Sql.Of(organisation.Centre.CentreId), Sql.Of(userName) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var cases = new HashSet<Guid>();
        var (tasks, delegated, onOffer) = (0, 0, 0);
        while (await reader.ReadAsync(cancel))
        {
            if (!counts(reader))
            {
                continue;
            }

            cases.Add(reader.GetGuid(0));
            var isDelegated = CaseFields.Text(reader, 5) == userName;
            delegated += isDelegated ? 1 : 0;
            tasks += isDelegated ? 0 : 1;
            onOffer += MayHave(reader, organisation, heir) ? 0 : 1;
        }

        return new OpenWork(tasks, delegated, cases.Count, onOffer);
    }

    /// <summary>The next cases in which the person has something open.</summary>
    internal Task<List<Guid>> CasesAsync(int centreId, string userName, Guid after, int take, CancellationToken cancel) =>
        database.ListAsync(Page, reader => reader.GetGuid(0), cancel, Sql.Of(centreId), Sql.Of(userName), Sql.Of(after), Sql.Of(take));

    /// <summary>The same rule as <see cref="Heritage"/>'s, on the columns.</summary>
    private static bool MayHave(NpgsqlDataReader reader, CentreDirectory organisation, PersonEntry? heir)
    {
        if (heir is null)
        {
            return false;
        }

        if (reader.GetBoolean(7) || reader.GetInt16(1) == (short)TaskKind.Signer)
        {
            return CaseReach.MaySign(reader.GetFieldValue<int[]>(8).Select(organisation.Unit), heir);
        }

        return !reader.GetFieldValue<string[]>(6).Contains(heir.UserName)
            && Enum.TryParse<Role>(reader.GetString(3), out var role) && heir.Answers(organisation.Unit(reader.GetInt32(2)), role, CaseFields.Text(reader, 4));
    }
}
