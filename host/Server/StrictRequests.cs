using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ApprovalEngine.Host.Server;

/// <summary>A request that leaves out what is wanted, or says null there or among the elements of a list, is unreadable: it never reaches a command. Answers are written as they are.</summary>
internal static class StrictRequests
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(AnswersAsTheyAre).WithAddedModifier(ListsWithoutNull);
    }

    /// <summary>The reader looks at what is declared of members, not of what is in their lists.</summary>
    private static void ListsWithoutNull(JsonTypeInfo type)
    {
        JsonPropertyInfo[] lists = type.Kind != JsonTypeInfoKind.Object ? [] : [.. type.Properties.Where(property => property.Get is not null && IsListOfObjects(property.PropertyType))];
        if (lists.Length > 0)
        {
            type.OnDeserialized = read =>
            {
                if (lists.FirstOrDefault(list => list.Get!(read) is IEnumerable elements && elements.Cast<object?>().Contains(null)) is { } faulty)
                {
                    throw new JsonException($"An element of '{faulty.Name}' is null.");
                }
            };
        }
    }

    private static bool IsListOfObjects(Type type) =>
        type.IsGenericType && !type.IsAssignableTo(typeof(JsonNode)) && type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [{ IsValueType: false } element] && !element.IsAssignableTo(typeof(JsonNode));

    private static void AnswersAsTheyAre(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Get is not null && !property.PropertyType.IsValueType)
            {
                property.IsGetNullable = true;
            }
        }
    }
}
