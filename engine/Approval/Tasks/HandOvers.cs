using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// Carries hand-overs out, case by case through the writer. What is left to do is read from the open tasks, so one that was cut off is
/// taken up again, and two at once do nothing twice.
/// </summary>
internal sealed class HandOvers(CaseWriter writer, PersonsWork work, CaseDatabase database, TimeProvider clock, ILogger<HandOvers> log)
{
    private const int PageSize = 100;
    private const string Read = "select from_user, to_user, reason, asked_by, asked_at, moved, offered from hand_over where centre_id = $1 and hand_over_id = $2 and done_at is null";
    private const string Done = "update hand_over set moved = moved + $3, offered = offered + $4, done_at = case when $5 then $6 end where centre_id = $1 and hand_over_id = $2";
    private const string Open = "select centre_id, hand_over_id from hand_over where done_at is null and asked_at < $1 order by centre_id, hand_over_id";

    /// <summary>Carries one out.</summary>
    public async Task<HandedOver> FinishAsync(int centreId, int handOverId, CancellationToken cancel)
    {
        if (await FindAsync(centreId, handOverId, cancel) is not { } over)
        {
            return new HandedOver(0, 0, 0);
        }

        var (moved, offered, left, last) = (0, 0, 0, Guid.Empty);
        while (await work.CasesAsync(centreId, over.FromUser, last, PageSize, cancel) is { Count: > 0 } page)
        {
            var heritages = page.ConvertAll(caseId => new Heritage(over, caseId));
            var acts = writer.RunAll(heritages.Select(one => one.Act()), cancel);
            for (var i = 0; i < acts.Count; i++)
            {
                var isDone = await IsDoneAsync(page[i], acts[i]);
                moved += isDone ? heritages[i].Moved : 0;
                offered += isDone ? heritages[i].Offered : 0;
                left += isDone ? 0 : 1;
            }

            last = page[^1];
        }

        await database.ExecuteAsync(
            Done, cancel, Sql.Of(centreId), Sql.Of(handOverId), Sql.Of(moved), Sql.Of(offered), Sql.Of(left == 0), Sql.Of(clock.GetUtcNow()));
        return new HandedOver(moved, offered, left);
    }

    /// <summary>Takes up again what was asked for before an instant and is not done.</summary>
    /// <returns>How many it took up.</returns>
    public async Task<int> ResumeAsync(DateTimeOffset askedBefore, CancellationToken cancel)
    {
        var open = await database.ListAsync(Open, reader => (reader.GetInt32(0), reader.GetInt32(1)), cancel, Sql.Of(askedBefore));
        foreach (var (centreId, handOverId) in open)
        {
            await FinishAsync(centreId, handOverId, cancel);
        }

        return open.Count;
    }

    /// <summary>A case that refuses (it may be suspended, or others are busy on it) or that is broken is left for the next run; the others go on.</summary>
    private async Task<bool> IsDoneAsync(Guid caseId, Task<CaseMoved> act)
    {
        try
        {
            await act;
            return true;
        }
        catch (ApprovalException)
        {
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsCut())
        {
            log.LogError(fault, "Work in case {CaseId} could not be handed over; it is tried again at the next run.", caseId);
            return false;
        }
    }

    private async Task<HandOverRow?> FindAsync(int centreId, int handOverId, CancellationToken cancel)
    {
        var found = await database.ListAsync(
            Read,
            reader => new HandOverRow
            {
                CentreId = centreId,
                HandOverId = handOverId,
                FromUser = reader.GetString(0),
                ToUser = CaseFields.Text(reader, 1),
                Reason = reader.GetString(2),
                AskedBy = reader.GetString(3),
                AskedAt = reader.GetFieldValue<DateTimeOffset>(4),
                Moved = reader.GetInt32(5),
                Offered = reader.GetInt32(6),
            },
            cancel, Sql.Of(centreId), Sql.Of(handOverId));
        return found.SingleOrDefault();
    }
}
