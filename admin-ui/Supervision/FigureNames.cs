using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>What figures are called and how they are counted, as the server says it; pages stand without it.</summary>
public static class FigureNames
{
    /// <summary>Asks for all; none where there is no answer.</summary>
    public static async Task<IReadOnlyList<FigureDefinition>> Load(ApiClient api) => await api.Find<IReadOnlyList<FigureDefinition>>("statistics/figures") ?? [];
}
