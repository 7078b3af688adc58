using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace Approval.Tests.Organisation;

/// <summary>Base of tests that administer two districts of their own, one of them with a town.</summary>
public abstract class OrganisationTest(PostgresServer server) : CentreTest(server)
{
    protected const string Password = "a long password";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Send(new AddUnit(Admin, new AddUnitRequest("T", (await Root()).Code, OrgUnitKind.District, LocalText.Same("Test district"))));
        await Send(new AddUnit(Admin, new AddUnitRequest("T-1", "T", OrgUnitKind.Town, LocalText.Same("Test town"))));
        await Send(new AddUnit(Admin, new AddUnitRequest("U", (await Root()).Code, OrgUnitKind.District, LocalText.Same("Other district"))));
        await Send(new AddPost(Admin, new PostView("t-head", LocalText.Same("Head"))));
    }

    protected async Task<CentreDirectory> Organisation() => await Services.Get<OrgDirectory>().Of(1);

    protected async Task<UnitEntry> Root() => (await Organisation()).Root;

    protected Task<PersonView> Add(string userName, GrantView grant, Access? by = null) =>
        Send(new AddPerson(by ?? Admin, new AddPersonRequest(userName, userName, Password, [grant])));

    protected async Task Execute(string sql) => await Scalar(sql);

    protected async Task<object?> Scalar(string sql)
    {
        await using var command = Services.Get<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
