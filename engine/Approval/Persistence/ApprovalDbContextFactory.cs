using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model without a database.</summary>
/// <remarks>
/// A migration keeps no designer file: its two attributes go to the migration itself and the file away. The model as it was then is needed
/// by no migration here (columns name their types), costs three thousand lines each, and was built at every set-up.
/// </remarks>
internal sealed class ApprovalDbContextFactory : IDesignTimeDbContextFactory<ApprovalDbContext>
{
    public ApprovalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ApprovalDbContext>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
