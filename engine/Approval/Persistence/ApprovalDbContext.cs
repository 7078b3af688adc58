using ApprovalEngine.Approval.Organisation;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>
/// Owns the schema and serves the ordinary work on it. Steps of cases and statistics go to the same tables through Npgsql directly.
/// Each table's mapping stands beside its class.
/// </summary>
public sealed class ApprovalDbContext(DbContextOptions<ApprovalDbContext> options) : IdentityUserContext<User, int>(options), IDataProtectionKeyContext
{
    /// <summary>Keys that cookies, antiforgery and sign-ins are protected with: shared by all hosts.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<int>>().ToTable("user_claim");
        builder.Entity<IdentityUserLogin<int>>().ToTable("user_login");
        builder.Entity<IdentityUserToken<int>>().ToTable("user_token");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        builder.ApplyConfigurationsFromAssembly(typeof(ApprovalDbContext).Assembly);
    }
}
