using ApprovalEngine.Host.Commands;

namespace ApprovalEngine.Host.Identity.Outer;

/// <summary>An OpenID Connect provider with which people may sign in beside their password: a centre's or a province's own sign-in.</summary>
internal sealed class OuterProvider
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Oidc";

    /// <summary>Environment variable of the secret. Files of settings get copied and committed; a secret in one of them is not read.</summary>
    public const string SecretVariable = "Oidc__ClientSecret";

    /// <summary>Where the provider describes itself, without <c>/.well-known/openid-configuration</c>.</summary>
    public required Uri Authority { get; init; }

    /// <summary>What the provider knows this service by.</summary>
    public required string ClientId { get; init; }

    /// <summary>What this service proves itself with; null where the provider relies on the proof key alone.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What people call the provider.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The claim that is compared with user names at a person's first sign-in. It must be one that only the provider's administrators set:
    /// whoever can choose theirs could choose somebody else's.
    /// </summary>
    public required string UserNameClaim { get; init; }

    /// <summary>The provider of the settings; null where none is named.</summary>
    /// <exception cref="BadInputException">It cannot be used as it is named.</exception>
    public static OuterProvider? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section[nameof(Authority)] is not { Length: > 0 } address)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            throw new BadInputException($"{Section}__{nameof(Authority)}: '{address}' is no address that begins with https://.");
        }

        return new()
        {
            Authority = authority,
            ClientId = Given(section[nameof(ClientId)]) ?? throw new BadInputException($"{Section}__{nameof(ClientId)}: the provider at {authority} knows this service by one."),
            ClientSecret = Given(Environment.GetEnvironmentVariable(SecretVariable)),
            Name = Given(section[nameof(Name)]) ?? authority.Host,
            UserNameClaim = Given(section[nameof(UserNameClaim)]) ?? "preferred_username",
        };
    }

    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;
}
