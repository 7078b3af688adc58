using System.Security.Cryptography;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApprovalEngine.Host.Identity;

/// <summary>The first account: `admin`, administrator of the whole first centre, made once.</summary>
internal sealed class AdministratorAccount(ApprovalDbContext database, UserManager<User> users, IConfiguration configuration)
{
    public const string UserName = "admin";

    /// <summary>Letters and digits that cannot be taken for one another when typed from a screen.</summary>
    private const string Typeable = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int GeneratedLength = 16;

    /// <summary>Makes the account where it is missing.</summary>
    /// <returns>The generated password, to be shown once; null when the account was there or its password was given.</returns>
    /// <exception cref="InvalidOperationException">The given password is not accepted; the message says why.</exception>
    public async Task<string?> EnsureAsync(CancellationToken cancel)
    {
        if (await users.FindByNameAsync(UserName) is not null
            || await database.Database.SqlQuery<int>($"select centre_id as \"Value\" from centre order by centre_id limit 1").ToListAsync(cancel) is not [var centreId])
        {
            return null;
        }

        var given = configuration["APPROVAL_ADMIN_PASSWORD"];
        var password = string.IsNullOrEmpty(given) ? RandomNumberGenerator.GetString(Typeable, GeneratedLength) : given;
        try
        {
            await CreateAsync(centreId, password, cancel);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another host that started at the same moment made it, and shows its password.
            return null;
        }

        return string.IsNullOrEmpty(given) ? password : null;
    }

    private async Task CreateAsync(int centreId, string password, CancellationToken cancel)
    {
        await using var whole = await database.Database.BeginTransactionAsync(cancel);
        var admin = new User { UserName = UserName, CentreId = centreId, DisplayName = "Administrator" };
        var made = await users.CreateAsync(admin, password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(
                $"The account {UserName} could not be made with APPROVAL_ADMIN_PASSWORD: {string.Join(" ", made.Errors.Select(error => error.Description))}");
        }

        await database.Database.ExecuteSqlAsync(
            $"""
            insert into role_grant (centre_id, user_id, role, unit_id)
            select centre_id, {admin.Id}, {nameof(Role.Administrator)}, unit_id from org_unit where centre_id = {centreId} and parent_id is null
            """,
            cancel);
        await whole.CommitAsync(cancel);
    }
}
