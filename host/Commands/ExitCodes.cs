namespace ApprovalEngine.Host.Commands;

/// <summary>What the exit code of every command says.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>A disagreement, a finding, or something left out.</summary>
    public const int Finding = 1;

    /// <summary>Bad input; the message names file, line and field.</summary>
    public const int BadInput = 2;

    /// <summary>Refused: a right, a state or a lock stands against it.</summary>
    public const int Refused = 3;
}
