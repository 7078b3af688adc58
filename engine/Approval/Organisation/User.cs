using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A person with an account. The user name never changes: flows, tasks and the audit trail name people by it.</summary>
public sealed class User : IdentityUser<int>
{
    /// <summary>The centre the account belongs to.</summary>
    public int CentreId { get; init; }

    /// <summary>The name that screens show.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether the person may sign in and be given work.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Secret of the second step, protected by the keys in the database; null before one was given. It counts once the second step is on.</summary>
    public string? SecondStepKey { get; init; }

    /// <summary>The half minute (of RFC 6238) whose code was used last: none is good twice.</summary>
    public long SecondStepUsed { get; init; }

    /// <summary>SHA-256 of the recovery codes that were not used yet.</summary>
    public string[] RecoveryHashes { get; init; } = [];
}

internal sealed class UserMap : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users");
        user.Property(u => u.UserName).IsRequired();

        // Two windows may use codes up at the same moment while the framework writes the whole row: SecondStepCodes alone writes these.
        user.Property(u => u.SecondStepKey).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        user.Property(u => u.SecondStepUsed).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        user.Property(u => u.RecoveryHashes).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        user.HasIndex(u => new { u.CentreId, u.UserName }).IsUnique();
    }
}
