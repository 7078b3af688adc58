namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What a person may choose for themselves; it goes with them to whatever computer they sign in at.</summary>
public static class Preference
{
    /// <summary>Language of the screens: zh-Hans, zh-Hant or en.</summary>
    public const string Language = "language";

    /// <summary>light or dark; the system's where none is kept.</summary>
    public const string Theme = "theme";

    /// <summary>Height of rows: compact or comfortable; the usual one where none is kept.</summary>
    public const string Density = "density";

    /// <summary>narrow: the navigation shows its drawings only.</summary>
    public const string Rail = "rail";

    /// <summary>What the rows of the inbox say: names with blanks between them.</summary>
    public const string Columns = "columns";

    /// <summary>So long may a value be.</summary>
    public const int Longest = 200;

    /// <summary>The values of each, where they are not free.</summary>
    public static IReadOnlyDictionary<string, string[]?> All { get; } = new Dictionary<string, string[]?>
    {
        [Language] = ["zh-Hans", "zh-Hant", "en"],
        [Theme] = ["light", "dark"],
        [Density] = ["compact", "comfortable"],
        [Rail] = ["narrow"],
        [Columns] = null,
    };
}
