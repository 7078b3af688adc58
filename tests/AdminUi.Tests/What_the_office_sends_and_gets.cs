using System.Reflection;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.Contracts.Cases;

namespace AdminUi.Tests;

public sealed class What_the_office_sends_and_gets
{
    private const int MethodSpecs = 0x2B000000;
    private const int TypeSpecs = 0x1B000000;

    /// <summary>Nothing but a visit to its page would show that a contract was forgotten: the browser has no other way to read it.</summary>
    [Fact]
    public void is_all_known_to_the_generated_code()
    {
        var office = typeof(ApiClient).Assembly;
        var asked = Closed(office.ManifestModule, MethodSpecs).OfType<MethodInfo>()
            .Where(method => method.DeclaringType == typeof(ApiClient))
            .SelectMany(method => method.GetGenericArguments());
        var loaded = Closed(office.ManifestModule, TypeSpecs).OfType<Type>()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Loader<>) || definition == typeof(PagedList<>)))
            .Select(type => type.GetGenericTypeDefinition() == typeof(PagedList<>) ? typeof(Page<>).MakeGenericType(type.GetGenericArguments()) : type.GetGenericArguments()[0])

            // What a page puts together itself was read in its parts.
            .Where(type => type.GetGenericArguments().Append(type).All(part => part.Assembly != office));
        var types = asked.Concat(loaded).Where(type => !type.ContainsGenericParameters).Distinct().ToList();

        types.Should().HaveCountGreaterThan(100);
        types.Where(type => ApiJson.Default.GetTypeInfo(type) is null).Should().BeEmpty();
    }

    /// <summary>The generic methods or types that are named in a program with their arguments.</summary>
    private static IEnumerable<MemberInfo> Closed(Module module, int table)
    {
        for (var token = table + 1; ; token++)
        {
            MemberInfo? member = null;
            try
            {
                member = module.ResolveMember(token);
            }
            catch (ArgumentOutOfRangeException)
            {
                yield break;
            }
            catch (Exception error) when (error is BadImageFormatException or ArgumentException)
            {
                // Inside a generic one, whose arguments are not known here.
            }

            if (member is not null)
            {
                yield return member;
            }
        }
    }
}
