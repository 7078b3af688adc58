namespace ApprovalEngine.Contracts.Forms;

/// <summary>A field of an item's form (workflows/catalogue.json).</summary>
/// <param name="Code">Its key in the form.</param>
/// <param name="Type">Text, LongText, Integer, Money, Date, Boolean, Choice, Unit, Units, Phone, Email, ResidentId, CreditCode, Attachment (the names of its files; they are sent to the case as those of a material, <see cref="FormPaper"/>) or Group.</param>
/// <param name="Label">What it is called.</param>
public sealed record FormField(string Code, string Type, LocalText Label)
{
    /// <summary>Type of a field at which files are handed in.</summary>
    public const string Attachment = nameof(Attachment);

    /// <summary>It must be filled in wherever it is asked for.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Longest text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number, or fewest entries of a group or files of an attachment.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number, or most entries or files.</summary>
    public decimal? Max { get; init; }

    /// <summary>Kind of unit that is asked for.</summary>
    public string? UnitKind { get; init; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>Fields of a group.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>When it is asked for; null for always.</summary>
    public FieldCondition? When { get; init; }
}

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">What stands in the form.</param>
/// <param name="Label">What it is called.</param>
public sealed record FormOption(string Value, LocalText Label);
