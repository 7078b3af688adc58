using System.Net;

namespace Host.Tests.Outer;

[Collection("A provider")]
public sealed class A_providers_answer_is_refused(HostWithProvider host)
{
    [Fact]
    public async Task whose_state_was_changed()
    {
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), await host.AddPerson());
        var back = await visitor.Next(await visitor.Begin());

        await Refused(visitor, With(back, "state", state => state[..^4] + "AAAA"));
        await Refused(visitor, With(back, "state", _ => ""));
    }

    [Fact]
    public async Task that_another_browser_asked_for()
    {
        using var attacker = host.Visitor();
        attacker.Be(Visitor.Subject(), await host.AddPerson());
        var back = await attacker.Next(await attacker.Begin());
        using var victim = host.Visitor();

        await Refused(victim, back);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("code_challenge")]
    public async Task to_another_question(string parameter)
    {
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), await host.AddPerson());
        var question = With(await visitor.Begin(), parameter, value => value[..^4] + "AAAA");

        await Refused(visitor, await visitor.Next(question));
    }

    [Fact]
    public async Task that_was_used()
    {
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), await host.AddPerson());
        var back = await visitor.Next(await visitor.Begin());
        (await visitor.Next(back)).AbsolutePath.Should().Be("/office");
        await visitor.SignOut();

        await Refused(visitor, back);
    }

    private static async Task Refused(Visitor visitor, Uri back)
    {
        (await visitor.Next(back)).Query.Should().StartWith("?refused=Failed");
        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
    }

    /// <summary>The address with another value of a parameter.</summary>
    private static Uri With(Uri address, string parameter, Func<string, string> change)
    {
        var parts = address.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).ToList();
        parts.Should().ContainSingle(part => part[0] == parameter);
        return new UriBuilder(address) { Query = string.Join('&', parts.Select(part => $"{part[0]}={(part[0] == parameter ? change(part[1]) : part[1])}")) }.Uri;
    }
}
