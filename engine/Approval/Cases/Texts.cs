using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Identifiers;
using FluentValidation;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What texts from outside must keep to: a length, and no character that the database cannot hold.</summary>
internal static class Texts
{
    /// <summary>The longest opinion, reason or comment.</summary>
    public const int Long = 4000;

    /// <summary>The longest name or code.</summary>
    public const int Short = 200;

    /// <summary>The largest form or answer, as JSON text.</summary>
    public const int Json = 64 * 1024;

    public static IRuleBuilderOptions<T, string?> IsText<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.Must(text => text is null || (text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal)))
            .WithErrorCode("TextInvalid").WithMessage($"A text of at most {longest} characters is expected, without the character U+0000.");

    public static IRuleBuilderOptions<T, string?> IsGiven<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.Must(text => IsGiven(text, longest))
            .WithErrorCode("TextMissing").WithMessage($"A text of 1 to {longest} characters is expected.");

    /// <summary>A name is read by people: what they see must be what it is.</summary>
    public static IRuleBuilderOptions<T, string?> IsName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.IsGiven(Short).Must(text => text is null || !DirectionMarks.AreIn(text))
            .WithErrorCode("NameTurnsDirection").WithMessage("A name cannot hold characters that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069).");

    /// <summary>Whether a text can be somebody's or something's name.</summary>
    public static bool IsName(string? text, int longest) => IsGiven(text, longest) && !DirectionMarks.AreIn(text);

    /// <summary>A name in each language of the product.</summary>
    public static IRuleBuilderOptions<T, LocalText> IsNameInEachLanguage<T>(this IRuleBuilder<T, LocalText> rule) =>
        rule.Must(name => new[] { name?.ZhHans, name?.ZhHant, name?.En }.All(text => IsName(text, Short)))
            .WithErrorCode("NameMissing").WithMessage($"A name of 1 to {Short} characters is expected in each language, without characters that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069).");

    /// <summary>The name of a value of an enumeration.</summary>
    public static IRuleBuilderOptions<T, string> IsOneOf<T>(this IRuleBuilder<T, string> rule, Type values, string code) =>
        rule.IsEnumName(values).WithErrorCode(code).WithMessage($"One of {string.Join(", ", Enum.GetNames(values))} is expected.");

    public static IRuleBuilderOptions<T, TJson?> IsSmallJson<T, TJson>(this IRuleBuilder<T, TJson?> rule)
        where TJson : JsonNode =>
        rule.Must(value => value is null || StorableJson.TextOf(value) is { Length: <= Json })
            .WithErrorCode("JsonInvalid").WithMessage($"JSON of at most {Json} characters is expected, without the character U+0000 and half characters, with each member once, and nested {StorableJson.MaxDepth} levels at most.");

    public static IRuleBuilderOptions<T, string?> IsKey<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(key => key is null || key.Length is > 0 and <= IdempotencyKey.MaxLength && key.All(letter => letter is > ' ' and < (char)127))
            .WithErrorCode("IdempotencyKeyInvalid").WithMessage($"An idempotency key has 1 to {IdempotencyKey.MaxLength} visible ASCII characters.");

    private static bool IsGiven([NotNullWhen(true)] string? text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal);
}
