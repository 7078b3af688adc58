using System.Text.Json.Nodes;
using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The shipped centre with open cases on a flow whose two review steps follow each other for ever.</summary>
internal sealed class ProductCentre : IAsyncDisposable
{
    private const string Item = "YC-HB-0010";
    private const int Centre = 1;
    private readonly ServiceProvider services;

    private ProductCentre(ServiceProvider services, Access reviewer)
    {
        this.services = services;
        Reviewer = reviewer;
    }

    /// <summary>Who answers the tasks.</summary>
    public Access Reviewer { get; }

    /// <summary>The one open task of each case.</summary>
    public Guid[] Tasks { get; private set; } = [];

    public static async Task<ProductCentre> PrepareAsync(string connectionString, int cases)
    {
        var services = new ServiceCollection().AddLogging()
            .AddSingleton(new SetupOptions { AdminPassword = $"A-{Guid.NewGuid():N}", DemoPassword = $"D-{Guid.NewGuid():N}" })
            .AddApproval(connectionString + ";Maximum Pool Size=100").BuildServiceProvider();
        await DatabaseSetup.RunAsync(services);
        var directory = services.GetRequiredService<OrgDirectory>();
        var unit = (await directory.Of(Centre)).Unit("YC-HB");
        var reviewer = (await directory.Of(Centre)).Holders(unit, Role.Reviewer).First();
        var centre = new ProductCentre(services, (await directory.AccessOf(reviewer.UserName))!);
        await centre.PublishAsync((await directory.AccessOf("admin"))!);
        await centre.OpenAsync(cases);
        return centre;
    }

    /// <summary>Sends a command as an endpoint does: in a scope of its own, through the mediator.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task PublishAsync(Access admin)
    {
        await using var stream = typeof(ProductCentre).Assembly.GetManifestResourceStream("flow.json")!;
        var document = (await JsonNode.ParseAsync(stream))!.AsObject();
        await using var latest = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select version, revision from flow_definition where definition_id = 'permit-receipt' and is_latest");
        await using var row = await latest.ExecuteReaderAsync();
        await row.ReadAsync();
        await SendAsync(new SaveFlow(admin, "permit-receipt", new SaveFlowRequest(document, new FlowBase(row.GetInt32(0), row.GetInt32(1)))));
        await SendAsync(new PublishFlow(admin, "permit-receipt", new PublishFlowRequest()));
    }

    private async Task OpenAsync(int cases)
    {
        var intake = services.GetRequiredService<CaseIntake>();
        var (world, version) = await intake.WorldAsync(Centre, Item, CancellationToken.None);
        var applicant = await services.GetRequiredService<Applicants>().FindOrAdd(
            Access.System(Centre), new ApplicantRequest(ApplicantKind.Person, "applicant"), DateOnly.FromDateTime(DateTime.UtcNow));
        var tasks = new Guid[cases];
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancel) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var session = await intake.BeginAsync(
                new NewCase
                {
                    World = world,
                    FlowVersion = version,
                    ReceivedAt = now,
                    Channel = Channel.Online,
                    UnitId = world.Item.UnitId,
                    ApplicantId = applicant,
                    ApplicantKind = ApplicantKind.Person,
                    ApplicantName = "applicant",
                    ReceivedBy = Actors.Import,
                    Form = new JsonObject { ["activity"] = "a shed behind the house" },
                },
                cancel);
            session.Act(now, Actors.Import, new Stimulus.Start(), new StepNote("CaseReceived"));
            var task = session.Case.State.Tasks[0].Id;
            session.Act(now, Actors.Import, new Stimulus.CompleteTask(task, "Accepted"), new StepNote("TaskCompleted") { TaskNo = task, Outcome = "Accepted" });
            tasks[i] = (await services.GetRequiredService<CaseWriter>().SaveNewAsync(session, null, cancel)).OpenTasks[0];
        });
        Tasks = tasks;
    }
}
