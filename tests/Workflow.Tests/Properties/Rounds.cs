using System.Globalization;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>How many random cases a property looks at: seconds in CI, as many times more as APPROVAL_PROPERTY_FACTOR says in the long run.</summary>
internal static class Rounds
{
    private static readonly int Factor = int.Parse(Environment.GetEnvironmentVariable("APPROVAL_PROPERTY_FACTOR") ?? "1", CultureInfo.InvariantCulture);

    public static long Of(int inCi) => (long)inCi * Factor;
}
