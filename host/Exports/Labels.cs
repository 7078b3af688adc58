using System.Globalization;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Audit;
using Microsoft.Extensions.Localization;

namespace ApprovalEngine.Host.Exports;

/// <summary>What codes are called in the reader's language, and local times.</summary>
internal sealed class Labels(IStringLocalizer<Words> words, CentreDirectory directory, IReadOnlyDictionary<string, LocalText> items, TimeZoneInfo zone) : IParticularWords
{
    /// <summary>The words of a key.</summary>
    public string this[string key] => words[key].Value;

    /// <summary>The words of a key with values in their places.</summary>
    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, words[key].Value, values);

    /// <summary>The word for a name of a group of names, for instance a status; the name itself where there is none.</summary>
    public string? Word(string group, string? name) => name is null ? null : words[$"{group}.{name}"] is { ResourceNotFound: false } found ? found.Value : name;

    /// <summary>Yes or no.</summary>
    public string Word(bool isSo) => words[isSo ? "Yes" : "No"].Value;

    /// <summary>What an item is called now.</summary>
    public string ItemName(string code) => items.TryGetValue(code, out var name) ? Say(name) : code;

    /// <summary>What a unit is called.</summary>
    public string? Unit(string? code) => code is null ? null : directory.FindUnit(code) is { } unit ? Say(unit.Name) : code;

    /// <summary>Code of the unit above one; null for the centre itself.</summary>
    public string? UnitAbove(UnitEntry unit) => unit.ParentId is { } above ? directory.Unit(above).Code : null;

    /// <summary>What a post is called.</summary>
    public string Post(string code) => directory.Posts.FirstOrDefault(post => post.Code == code) is { } post ? Say(post.Name) : code;

    /// <summary>What a person is called, or what the system does as one; programs by their user name.</summary>
    public string? Person(string? userName) => userName is null ? null : directory.FindPerson(userName)?.DisplayName ?? Word("Actor", userName);

    /// <summary>Several in one cell.</summary>
    public string Together(IEnumerable<string> parts) => string.Join(words["Comma"].Value, parts);

    /// <summary>A text in the reader's language.</summary>
    public static string Say(LocalText text) => text.In(CultureInfo.CurrentUICulture.Name);

    /// <summary>An instant at the centre's clock.</summary>
    public DateTime? At(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone).DateTime : null;

    string? IParticularWords.Find(string key) => words[key] is { ResourceNotFound: false } found ? found.Value : null;

    string IParticularWords.Person(string userName) => Person(userName)!;

    string IParticularWords.Unit(string code) => Unit(code)!;

    string IParticularWords.Post(string code) => Post(code);

    string IParticularWords.Item(string code) => ItemName(code);

    string IParticularWords.Say(LocalText text) => Say(text);

    string IParticularWords.At(DateTimeOffset at) => At(at)!.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
