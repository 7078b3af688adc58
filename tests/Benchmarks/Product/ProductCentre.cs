using System.Text.Json.Nodes;
using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Benchmarks.Office;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The shipped centre, with a flow on one of its items whose two review steps follow each other for ever.</summary>
internal sealed class ProductCentre : IAsyncDisposable
{
    /// <summary>The item whose flow is replaced.</summary>
    public const string Item = "YC-HB-0010";

    /// <summary>The password of every demo user.</summary>
    public const string Password = "for this benchmark only";

    private const int Centre = 1;
    private readonly ServiceProvider services;

    private ProductCentre(ServiceProvider services, Access reviewer, Access clerk) => (this.services, Reviewer, Clerk) = (services, reviewer, clerk);

    /// <summary>Who answers the tasks.</summary>
    public Access Reviewer { get; }

    /// <summary>Who takes applications in.</summary>
    public Access Clerk { get; }

    /// <summary>The one open task of each open case.</summary>
    public Guid[] Tasks { get; set; } = [];

    /// <summary>Sets the database up and publishes the flow.</summary>
    public static async Task<ProductCentre> PrepareAsync(string connectionString)
    {
        var services = new ServiceCollection().AddLogging()
            .AddSingleton(new SetupOptions { AdminPassword = Password, DemoPassword = Password })
            .AddApproval(connectionString + ";Maximum Pool Size=100").BuildServiceProvider();
        await DatabaseSetup.RunAsync(services);
        var people = services.GetRequiredService<OrgDirectory>();
        var directory = await people.Of(Centre);
        async Task<Access> First(Role role) => (await people.AccessOf(directory.Holders(directory.Unit("YC-HB"), role).First().UserName))!;
        var centre = new ProductCentre(services, await First(Role.Reviewer), await First(Role.WindowClerk));
        await centre.PublishAsync((await people.AccessOf("admin"))!);
        return centre;
    }

    /// <summary>Sends a command as an endpoint does: in a scope of its own, through the mediator.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>A service of the product.</summary>
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>What the office asks of it, all open tasks being on offer to <see cref="Reviewer"/>.</summary>
    public async Task<IReadOnlyList<OfficeRequest>> RequestsAsync()
    {
        await using var some = Get<NpgsqlDataSource>().CreateCommand("select t.unit_id, t.case_no from task_open t where t.centre_id = 1 order by t.case_id desc limit 1");
        await using var row = await some.ExecuteReaderAsync();
        await row.ReadAsync();
        return OfficeRequest.All(Reviewer.UserName, row.GetInt32(0), row.GetString(1), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)));
    }

    /// <summary>A session on a new case, as if it had been received at an instant (UTC).</summary>
    public async Task<CaseSession> BeginAsync(DateTimeOffset receivedAt)
    {
        var (world, version) = await Get<CaseIntake>().WorldAsync(Centre, Item, CancellationToken.None);
        var applicant = await Get<Applicants>().FindOrAdd(Access.System(Centre), new ApplicantRequest(ApplicantKind.Person, "applicant"), world.Directory.Root, DateOnly.FromDateTime(DateTime.UtcNow));
        return await Get<CaseIntake>().BeginAsync(
            new NewCase
            {
                World = world,
                FlowVersion = version,
                ReceivedAt = receivedAt,
                Channel = Channel.Online,
                UnitId = world.Item.UnitId,
                ApplicantId = applicant,
                ApplicantKind = ApplicantKind.Person,
                ApplicantName = "applicant",
                ReceivedBy = Actors.Import,
                Form = new JsonObject { ["activity"] = "a shed behind the house" },
            },
            CancellationToken.None);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task PublishAsync(Access admin)
    {
        await using var stream = typeof(ProductCentre).Assembly.GetManifestResourceStream("flow.json")!;
        var document = (await JsonNode.ParseAsync(stream))!.AsObject();
        await using var latest = Get<NpgsqlDataSource>().CreateCommand("select version, revision from flow_definition where definition_id = 'permit-receipt' and is_latest");
        await using var row = await latest.ExecuteReaderAsync();
        await row.ReadAsync();
        await SendAsync(new SaveFlow(admin, "permit-receipt", new SaveFlowRequest(document, new FlowBase(row.GetInt32(0), row.GetInt32(1)))));
        await SendAsync(new PublishFlow(admin, "permit-receipt", new PublishFlowRequest()));
    }
}
