using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model without a database.</summary>
internal sealed class ApprovalDbContextFactory : IDesignTimeDbContextFactory<ApprovalDbContext>
{
    public ApprovalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ApprovalDbContext>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
