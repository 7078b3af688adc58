namespace ApprovalEngine.AdminUi.Administration;

/// <summary>A role or post while it is being chosen, and the unit from which it reaches down.</summary>
public sealed class ScopeRow
{
    /// <summary>The role or the post's code; empty while nothing is chosen.</summary>
    public string What { get; set; } = "";

    /// <summary>The unit's code; empty while none is chosen.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Both are chosen.</summary>
    public bool IsWhole => What.Length > 0 && Unit.Length > 0;
}
