using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
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
}

internal sealed class UserMap : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users");
        user.Property(u => u.UserName).IsRequired();
        user.HasIndex(u => new { u.CentreId, u.UserName }).IsUnique();
    }
}
