namespace ApprovalEngine.Contracts.Identifiers;

/// <summary>Characters that turn the direction of writing (Unicode's bidirectional controls): invisible, and a name with them reads otherwise than it is.</summary>
public static class DirectionMarks
{
    /// <summary>Whether a text holds one.</summary>
    public static bool AreIn(string text) => text.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0 || text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0;
}
