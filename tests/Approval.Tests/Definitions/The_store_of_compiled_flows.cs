using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;

namespace Approval.Tests.Definitions;

public sealed class The_store_of_compiled_flows(PostgresServer server) : FlowTest(server)
{
    [Fact]
    public async Task gives_no_draft_to_a_case_and_compiles_a_published_version_once()
    {
        var store = Services.Get<FlowStore>();
        await Save();
        await FluentActions.Awaiting(() => store.Compiled(Admin.CentreId, "trial", 1).AsTask()).Should().ThrowAsync<NotFoundException>();

        await Publish();

        var compiled = await store.Compiled(Admin.CentreId, "trial", 1, TestContext.Current.CancellationToken);
        (await store.Compiled(Admin.CentreId, "trial", 1, TestContext.Current.CancellationToken)).Should().BeSameAs(compiled);
    }
}
