using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Approval.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>
/// The codes of the second step of signing in: six digits that the person's own device shows (RFC 6238, 30 seconds each), or a recovery
/// code. Each is good once, on whichever host it is typed.
/// </summary>
internal sealed class SecondStepCodes(IDbContextFactory<ApprovalDbContext> contexts, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>160 bits, as RFC 4226 recommends.</summary>
    private const int SecretBytes = 20;

    private const int Digits = 6;
    private const int RecoveryCodes = 8;
    private const int RecoveryBytes = 10;
    private const int RecoveryGroup = 4;

    /// <summary>A device's clock may be half a minute off.</summary>
    private static readonly VerificationWindow Neighbours = new(previous: 1, future: 1);

    private readonly IDataProtector protector = protection.CreateProtector("approval.second-step");

    /// <summary>Gives an account a new secret; codes of the old one, and its recovery codes, are good no more.</summary>
    /// <returns>The secret as devices take it (base 32).</returns>
    public async Task<string> NewSecretAsync(int userId, CancellationToken cancel)
    {
        var secret = Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));
        var stored = protector.Protect(secret);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Users.Where(user => user.Id == userId && !user.TwoFactorEnabled).ExecuteUpdateAsync(
            change => change.SetProperty(user => user.SecondStepKey, stored).SetProperty(user => user.RecoveryHashes, Array.Empty<string>()), cancel);
        return secret;
    }

    /// <summary>Gives an account new recovery codes within a change. Each holds 80 random bits: a plain hash is enough to store.</summary>
    /// <returns>The codes as the person keeps them.</returns>
    public static async Task<string[]> NewRecoveryAsync(ApprovalDbContext context, int userId, CancellationToken cancel)
    {
        var plain = Enumerable.Range(0, RecoveryCodes).Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(RecoveryBytes))).ToArray();
        string[] hashes = [.. plain.Select(Hash)];
        await context.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(change => change.SetProperty(user => user.RecoveryHashes, hashes), cancel);
        return [.. plain.Select(code => string.Join('-', code.Chunk(RecoveryGroup).Select(part => new string(part))))];
    }

    /// <summary>Uses a code up; false when it is wrong or was used before.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="code">As typed: spaces, hyphens, full width and small letters do no harm.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<bool> TakeAsync(int userId, string code, CancellationToken cancel)
    {
        var typed = Plain(code);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var users = context.Users.Where(user => user.Id == userId);
        if (typed.Length != Digits)
        {
            var hash = Hash(typed);
            return await context.Database.ExecuteSqlAsync(
                $"update users set recovery_hashes = array_remove(recovery_hashes, {hash}) where id = {userId} and {hash} = any(recovery_hashes)", cancel) == 1;
        }

        return await users.Select(user => user.SecondStepKey).SingleOrDefaultAsync(cancel) is { } key
            && new Totp(Base32Encoding.ToBytes(protector.Unprotect(key))).VerifyTotp(time.GetUtcNow().UtcDateTime, typed, out var step, Neighbours)
            && await users.Where(user => user.SecondStepUsed < step).ExecuteUpdateAsync(change => change.SetProperty(user => user.SecondStepUsed, step), cancel) == 1;
    }

    private static string Plain(string code) =>
        string.Concat(code.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string Hash(string plain) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
}
