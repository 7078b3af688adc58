using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ApprovalEngine.Host.Server;

/// <summary>A request that leaves out what is wanted, or says null there, is unreadable: it never reaches a command. Answers are written as they are.</summary>
internal static class StrictRequests
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(AnswersAsTheyAre);
    }

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
