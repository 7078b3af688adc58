using ApprovalEngine.Approval.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Approval.Tests.Persistence;

public sealed class The_schema(PostgresServer server) : DatabaseTest(server)
{
    [Fact]
    public async Task says_all_that_the_classes_say()
    {
        await using var context = await Services.Get<IDbContextFactory<ApprovalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

        context.Database.HasPendingModelChanges().Should().BeFalse("a changed class needs a migration");
    }
}
