namespace ApprovalEngine.Approval.Errors;

/// <summary>What was asked breaks a rule (422).</summary>
public sealed class RuleBrokenException : ApprovalException
{
    /// <summary>One fault.</summary>
    /// <param name="code">Stable name of the rule.</param>
    /// <param name="message">A sentence.</param>
    /// <param name="where">The field, activity or line it concerns.</param>
    public RuleBrokenException(string code, string message, string? where = null)
        : base(code, message)
    {
        Where = where;
        Faults = [new Fault(code, message, where)];
    }

    /// <summary>Several faults at once: of a form, of a flow, of a file.</summary>
    public RuleBrokenException(IReadOnlyList<Fault> faults)
        : this(faults[0].Code, faults)
    {
    }

    /// <summary>Several faults that have a name together.</summary>
    public RuleBrokenException(string code, IReadOnlyList<Fault> faults)
        : base(code, string.Join(" ", faults.Select(fault => fault.Message)))
    {
        Where = faults[0].Where;
        Faults = faults;
    }

    /// <summary>Place of the first fault.</summary>
    public string? Where { get; }

    /// <summary>All faults.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
