using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.Contracts.Cases;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdminUi.Tests;

public sealed class Coming_back_to_a_list : BunitContext
{
    private readonly PagedList<int> list = new((after, _) => Task.FromResult(new Page<int>([int.Parse(after ?? "1", null)], after == "4" ? null : $"{int.Parse(after ?? "1", null) + 1}")), row => row);

    public Coming_back_to_a_list() => Offices.Add(this);

    [Theory]
    [InlineData("office/cases?status=Accepted&rows=3", 3)]
    [InlineData("office/cases?rows=50", 4)]
    [InlineData("office/cases?rows=", 1)]
    [InlineData("office/cases?rows=many", 1)]
    [InlineData("office/cases?arrows=3", 1)]
    [InlineData("office/cases", 1)]
    public async Task finds_it_as_long_as_its_address_says(string address, int rows)
    {
        await Open(address);

        list.Rows.Should().HaveCount(rows);
    }

    [Fact]
    public async Task is_what_the_address_says_after_more_was_read()
    {
        var end = await Open("office/cases");

        await end.Find("button").ClickAsync(new());

        var stood = JSInterop.Invocations.Single(one => one.Identifier == "stand");
        stood.Arguments.Should().Equal("rows", 2);
    }

    [Fact]
    public async Task stays_in_the_address_when_a_row_is_chosen()
    {
        var end = await Open("office/alerts");
        await end.Find("button").ClickAsync(new());

        Services.GetRequiredService<NavigationManager>().NavigateTo("office/alerts?alert=7");
        end.Render();
        end.Render();

        JSInterop.Invocations.Where(one => one.Identifier == "stand").Should().HaveCount(2).And.OnlyContain(one => Equals(one.Arguments[1], 2));
    }

    [Fact]
    public async Task does_not_lengthen_a_list_beside_the_pages_own()
    {
        var end = await Open("office/cases?rows=3", isOfPage: false);
        list.Rows.Should().HaveCount(1);

        await end.Find("button").ClickAsync(new());

        JSInterop.Invocations.Should().NotContain(one => one.Identifier == "stand");
    }

    private async Task<IRenderedComponent<ListEnd>> Open(string address, bool isOfPage = true)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        await list.Load();
        return Render<ListEnd>(end => end.Add(it => it.List, list).Add(it => it.IsOfPage, isOfPage));
    }
}
