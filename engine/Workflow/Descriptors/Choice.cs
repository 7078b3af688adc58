namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>A choice of an editor.</summary>
/// <param name="Value">What the document holds.</param>
/// <param name="Text">What people read.</param>
public sealed record Choice(string Value, Wording Text)
{
    /// <summary>A choice that reads as it is written, in every language.</summary>
    public Choice(string value)
        : this(value, new Wording(value, value, value))
    {
    }
}
