using Approval.Tests.Cases;
using ApprovalEngine.Approval.Audit;

namespace Approval.Tests.Audit;

/// <summary>Base of tests on a small sealed log: two cases, the second with three rows.</summary>
public abstract class SealTest(PostgresServer server) : CaseTest(server)
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"seals-{Guid.NewGuid():N}.jsonl");

    protected Guid CaseId { get; private set; }

    protected int Centre => Admin.CentreId;

    /// <summary>The file outside the database.</summary>
    protected string Outside => file;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Accepted();
        var accepted = await Accepted();
        CaseId = (await Answer(accepted.OpenTasks[0], "Verified")).CaseId;
    }

    public override async ValueTask DisposeAsync()
    {
        File.Delete(file);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Seals everything committed so far. Other tests' transactions in the same server hold the seals up until they end.</summary>
    protected async Task<IReadOnlyList<Seal>> SealAll()
    {
        var now = await Scalar<long>("select transaction_no()");
        while (await Scalar<long>("select ended_transaction_no()") <= now)
        {
            await Task.Delay(5, Cancel);
        }

        return await SealNow();
    }

    protected Task<IReadOnlyList<Seal>> SealNow() => Services.Get<Sealing>().SealAsync(Centre, Cancel);

    protected async Task<AuditReport> Verify(int sinceSeal = 0) =>
        await Services.Get<AuditVerifier>().AnswerAsync(new AuditQuestion(null, sinceSeal, file), null, Cancel);

    protected Task<int> CopyOutside() => new SealFile(file).CatchUpAsync(Services.Get<SealStore>(), [Centre], Cancel);

    /// <summary>Rewrites a row of the case, and then every hash after it up to the case's head, as one would who knows how.</summary>
    protected async Task Forge(int seq, string change)
    {
        await Run($"update audit set {change} where case_id = $1 and seq = $2", CaseId, seq);
        await Run("""
            do $$
            declare r record; before bytea := decode(repeat('00', 32), 'hex');
            begin
                for r in select * from audit where case_id = '<case>' order by seq loop
                    update audit set prev_hash = before, hash = sha256(before || int4send(r.centre_id) || uuid_send(r.case_id) || int4send(r.seq)
                        || int8send((extract(epoch from r.at) * 1000000)::bigint)
                        || int4send(octet_length(convert_to(r.actor, 'UTF8'))) || convert_to(r.actor, 'UTF8')
                        || int4send(octet_length(convert_to(r.act, 'UTF8'))) || convert_to(r.act, 'UTF8')
                        || int4send(octet_length(convert_to(r.payload, 'UTF8'))) || convert_to(r.payload, 'UTF8'))
                    where case_id = r.case_id and seq = r.seq returning hash into before;
                end loop;
                update cases set head_hash = before where case_id = '<case>';
            end $$
            """.Replace("<case>", CaseId.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Cuts the trail after a row and sets the case's head back to it.</summary>
    protected async Task CutBack(int seq)
    {
        await Run("delete from audit where case_id = $1 and seq > $2", CaseId, seq);
        await Run("update cases set version = $2, head_hash = (select hash from audit where case_id = $1 and seq = $2) where case_id = $1", CaseId, seq);
    }

    /// <summary>Gives a seal's row a hash that fits its fields.</summary>
    protected const string HashOfSeal = """
        sha256(previous || int4send(centre_id) || int4send(seal_no) || int8send((extract(epoch from at) * 1000000)::bigint) || int8send(from_no)
            || int8send(to_no) || int4send(row_count) || root || int4send(event_count) || events_root)
        """;
}
