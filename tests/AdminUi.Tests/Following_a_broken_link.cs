using System.Reflection;
using ApprovalEngine.AdminUi.Components;
using Microsoft.AspNetCore.Components;

namespace AdminUi.Tests;

public sealed class Following_a_broken_link
{
    /// <summary>The framework gives up the whole program over a parameter that it cannot read; a text is always read.</summary>
    [Fact]
    public void leads_to_a_page_whatever_stands_in_its_address()
    {
        var asked = typeof(Filters).Assembly.GetTypes().SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute))).ToList();

        asked.Should().HaveCountGreaterThan(50);
        asked.Where(property => property.PropertyType != typeof(string)).Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Should().BeEmpty();
    }

    [Fact]
    public void is_as_if_the_address_said_nothing()
    {
        Filters.Read<Guid>("3f2504e0-4f89-11d3-9a0c-0305e8").Should().BeNull();
        Filters.Read<int>("2026x").Should().BeNull();
        Filters.Read<bool>("perhaps").Should().BeNull();
        Filters.Read<long>("").Should().BeNull();
        (Filters.Read<int>("2026"), Filters.Read<bool>("true"), Filters.Day("2026-03-02")).Should().Be((2026, true, new DateOnly(2026, 3, 2)));
    }
}
