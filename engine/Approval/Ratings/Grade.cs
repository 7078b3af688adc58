namespace ApprovalEngine.Approval.Ratings;

/// <summary>The five steps of an applicant's judgement (好差評). The numbers are stored.</summary>
public enum Grade : short
{
    /// <summary>非常不滿意.</summary>
    VeryDissatisfied = 1,

    /// <summary>不滿意.</summary>
    Dissatisfied = 2,

    /// <summary>基本滿意: from here on it counts as satisfied (domain.md, "Figures").</summary>
    RatherSatisfied = 3,

    /// <summary>滿意.</summary>
    Satisfied = 4,

    /// <summary>非常滿意.</summary>
    VerySatisfied = 5,
}
