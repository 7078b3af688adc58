using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace Approval.Tests.Cases;

/// <summary>Base of tests that hand in applications for the instant item and lead them on.</summary>
public abstract class CaseTest(PostgresServer server) : CentreTest(server)
{
    protected const string InstantCopy = "YC-DA-0001";
    protected const string HousingTransfer = "YC-BDC-0004";
    protected const string Clerk = "wang.wei";
    protected const string OtherClerk = "li.na";

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected async Task<CaseMoved> Receive(string item = InstantCopy, string clerk = Clerk, string? key = null, string applicant = "張三豐", JsonObject? form = null) =>
        await Send(new ReceiveCase(await AccessOf(clerk), key, new ReceiveCaseRequest { Item = item, Applicant = new CaseApplicant("Person", applicant), Form = form ?? FormOf(item) }));

    /// <summary>What an item's form must have at least.</summary>
    protected static JsonObject FormOf(string item) => item switch
    {
        InstantCopy => new() { ["fileNumber"] = "2026-0001" },
        HousingTransfer => new() { ["address"] = "天府大道1号" },
        "YC-SCJG-0002" => new() { ["companyName"] = "成都试验有限公司" },
        "YC-ZJJ-0003" => new() { ["projectName"] = "试验楼", ["stage"] = "siting" },
        _ => [],
    };

    protected async Task<CaseMoved> Answer(Guid task, string outcome, string user = Clerk, string? key = null, string? opinion = null) =>
        await Send(new CompleteTask(await AccessOf(user), key, task, outcome, opinion, null));

    /// <summary>An accepted case of the instant item; its one open task is the check of identity.</summary>
    protected async Task<CaseMoved> Accepted()
    {
        var received = await Receive();
        return await Answer(received.OpenTasks.Single(), "Accepted");
    }

    /// <summary>From now on the database refuses every step of a case, as it refuses one whose rows break a rule.</summary>
    protected Task Break(Guid caseId) => Run($"""
        create function refuse() returns trigger language plpgsql as $body$ begin raise exception 'broken' using errcode = '22023'; end $body$;
        create trigger refuse before insert on audit for each row when (new.case_id = '{caseId}') execute function refuse();
        """);

    protected async Task<T> Scalar<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return (T)Convert.ChangeType((await command.ExecuteScalarAsync(Cancel))!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    protected async Task Run(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(Cancel);
    }
}
