namespace ApprovalEngine.Contracts.Audit;

/// <summary>What the particulars of an act are called in the reader's language.</summary>
public interface IParticularWords
{
    /// <summary>The words of a key; null where there are none.</summary>
    string? Find(string key);

    /// <summary>What a person is called.</summary>
    string Person(string userName);

    /// <summary>What a unit is called.</summary>
    string Unit(string code);

    /// <summary>What a post is called.</summary>
    string Post(string code);

    /// <summary>What an item is called.</summary>
    string Item(string code);

    /// <summary>A text in the reader's language.</summary>
    string Say(LocalText text);

    /// <summary>An instant at the centre's clock.</summary>
    string At(DateTimeOffset at);
}
