using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Host.Tests.Architecture;

/// <summary>Dependencies point one way (style.md, "Layout").</summary>
public sealed class The_house
{
    private static readonly Assembly Workflow = typeof(ApprovalEngine.Workflow.Runtime.Interpreter).Assembly;
    private static readonly Assembly Contracts = typeof(ApprovalEngine.Contracts.Accounts.SignInRequest).Assembly;
    private static readonly Assembly Approval = typeof(ApprovalEngine.Approval.ApprovalServices).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Flows = new ArchLoader().LoadAssembly(Workflow).Build();

    [Fact]
    public void has_a_runtime_that_knows_nobody() => OurReferences(Workflow).Should().BeEmpty();

    [Fact]
    public void has_contracts_that_know_nobody() => OurReferences(Contracts).Should().BeEmpty();

    [Fact]
    public void has_a_domain_that_knows_runtime_and_contracts_only() =>
        OurReferences(Approval).Should().BeSubsetOf([Workflow.GetName().Name, Contracts.GetName().Name]);

    [Theory]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("MediatR")]
    public void keeps_the_runtime_free_of(string package) =>
        Workflow.GetReferencedAssemblies().Select(reference => reference.Name).Should().NotContain(name => name!.StartsWith(package));

    [Theory]
    [InlineData("System.IO.")]
    [InlineData("System.Net")]
    [InlineData("System.Threading.Tasks.Task")]
    public void keeps_the_pure_runtime_away_from(string name)
    {
        var offenders = from type in Flows.Types
                        where type.Assembly.Name == Flows.Assemblies.First().Name || type.FullName.StartsWith("ApprovalEngine.Workflow", StringComparison.Ordinal)
                        from dependency in type.Dependencies
                        where dependency.Target.FullName.StartsWith(name, StringComparison.Ordinal)
                        select $"{type.FullName} -> {dependency.Target.FullName}";

        offenders.Distinct().Should().BeEmpty();
    }

    [Theory]
    [InlineData("System.DateTime", "get_Now")]
    [InlineData("System.DateTime", "get_UtcNow")]
    [InlineData("System.DateTime", "get_Today")]
    [InlineData("System.DateTimeOffset", "get_Now")]
    [InlineData("System.DateTimeOffset", "get_UtcNow")]
    [InlineData("System.Guid", "NewGuid")]
    [InlineData("System.Random", ".ctor")]
    public void has_a_runtime_without_clock_or_chance(string type, string method) => Calls(type, method).Should().BeEmpty();

    private static IEnumerable<string?> OurReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name)
            .Where(name => name!.StartsWith("ApprovalEngine", StringComparison.Ordinal) || name == "approval");

    private static IEnumerable<string> Calls(string type, string method) =>
        from caller in Flows.Types
        where caller.FullName.StartsWith("ApprovalEngine.Workflow", StringComparison.Ordinal)
        from call in caller.GetCalledMethods()
        where call.DeclaringType.FullName == type && call.Name.StartsWith(method + "(", StringComparison.Ordinal)
        select $"{caller.FullName} calls {type}.{method}";
}
