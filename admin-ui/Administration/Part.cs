namespace ApprovalEngine.AdminUi.Administration;

/// <summary>How a part of an item is put in.</summary>
public enum PartKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>The same in three languages.</summary>
    Words,

    /// <summary>A whole number; nothing where there is none.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Check,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Any of several.</summary>
    Many,

    /// <summary>Entries with parts of their own.</summary>
    List,

    /// <summary>A field of the form and the values of it that it takes.</summary>
    Condition,
}

/// <summary>A member of a JSON object that people edit.</summary>
/// <param name="Key">Its name; what it is called stands under <c>Part.</c> and this.</param>
/// <param name="Kind">How it is put in.</param>
/// <param name="Choices">What can be chosen; called by the words under <c>Choice.</c> and this.</param>
/// <param name="Parts">Parts of each entry of a list.</param>
public sealed record Part(string Key, PartKind Kind = PartKind.Text, IReadOnlyList<string>? Choices = null, IReadOnlyList<Part>? Parts = null);
