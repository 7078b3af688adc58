using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Small values kept as jsonb.</summary>
internal static class JsonColumns
{
    /// <summary>Keeps an immutable record as jsonb.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, JsonText.Options), text => JsonSerializer.Deserialize<T>(text, JsonText.Options)!,
            new ValueComparer<T>((one, other) => Text(one) == Text(other), value => Text(value).GetHashCode(StringComparison.Ordinal)));

    /// <summary>Two values are one where they are written alike: lists, too.</summary>
    private static string Text<T>(T? value) => JsonSerializer.Serialize(value, JsonText.Options);
}
