using ApprovalEngine.Host.Problems;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>The header that makes a command safe to send again; a week long, the same key with the same request gets the same answer.</summary>
internal static class Idempotency
{
    public const string Header = "Idempotency-Key";

    private const int Longest = 100;

    /// <summary>Refuses keys that could not be stored.</summary>
    public static TBuilder WithIdempotency<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var key = context.HttpContext.Request.Headers[Header];
            return key.Count > 1 || key is [{ } text] && (text.Length is 0 or > Longest || text.Any(letter => letter is < '!' or > '~'))
                ? Results.Problem(ProblemMap.Of(
                    StatusCodes.Status400BadRequest, "UnusableKey", $"{Header} takes one value of 1 to {Longest} printable ASCII characters.", ("where", Header)))
                : await next(context);
        });
}
