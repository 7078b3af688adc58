using System.Globalization;
using System.Linq.Expressions;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Which versions are meant, as Elsa's clients say it in <c>versionOptions</c>.</summary>
internal static class VersionChoice
{
    /// <summary>The condition on a version.</summary>
    /// <param name="text">Latest, Published, LatestOrPublished, LatestAndPublished, Draft, AllVersions, or a version's number.</param>
    /// <param name="usual">What counts where nothing is said.</param>
    /// <exception cref="RuleBrokenException">It is none of them.</exception>
    public static Expression<Func<FlowVersion, bool>> Of(string? text, string usual)
    {
        var choice = string.IsNullOrWhiteSpace(text) ? usual : text;
        if (int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return flow => flow.Version == version;
        }

        return choice.ToUpperInvariant() switch
        {
            "LATEST" => flow => flow.IsLatest,
            "PUBLISHED" => flow => flow.IsPublished,
            "LATESTORPUBLISHED" => flow => flow.IsLatest || flow.IsPublished,
            "LATESTANDPUBLISHED" => flow => flow.IsLatest && flow.IsPublished,
            "DRAFT" => flow => flow.IsLatest && !flow.IsPublished,
            "ALLVERSIONS" or "ALL" => flow => true,
            _ => throw new RuleBrokenException("VersionOptionsUnknown", $"'{choice}' is no version: Latest, Published, LatestOrPublished, LatestAndPublished, Draft, AllVersions or a number.", "versionOptions"),
        };
    }
}
