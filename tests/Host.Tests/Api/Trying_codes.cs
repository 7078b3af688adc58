using System.Net;
using ApprovalEngine.Host.Pages.Public;

namespace Host.Tests.Api;

public sealed class Trying_codes
{
    [Fact]
    public void is_limited_by_address_whatever_the_number()
    {
        using var tries = new PublicTries(new PublicOptions { TriesPerMinute = 3, TriesPerNumber = 1000 });
        var here = IPAddress.Parse("203.0.113.7");

        Enumerable.Range(0, 3).Select(at => tries.Wait(here, $"A{at}")).Should().OnlyContain(wait => wait == null);
        tries.Wait(here, "A4").Should().BePositive();
        tries.Wait(IPAddress.Parse("203.0.113.8"), "A4").Should().BeNull();
    }

    [Fact]
    public void counts_a_network_of_IPv6_as_one()
    {
        using var tries = new PublicTries(new PublicOptions { TriesPerMinute = 1, TriesPerNumber = 1000 });

        tries.Wait(IPAddress.Parse("2001:db8:1:2::1"), "A").Should().BeNull();
        tries.Wait(IPAddress.Parse("2001:db8:1:2:ffff::9"), "B").Should().NotBeNull();
        tries.Wait(IPAddress.Parse("2001:db8:1:3::1"), "C").Should().BeNull();
    }

    [Fact]
    public void without_a_number_is_limited_by_address_alone()
    {
        using var tries = new PublicTries(new PublicOptions { TriesPerMinute = 2, TriesPerNumber = 1 });
        var here = IPAddress.Parse("203.0.113.7");

        tries.Wait(here, null).Should().BeNull();
        tries.Wait(here, null).Should().BeNull("files of everybody are not one number");
        tries.Wait(here, null).Should().BePositive();
    }

    [Fact]
    public void is_limited_by_number_however_it_is_typed_and_from_wherever()
    {
        using var tries = new PublicTries(new PublicOptions { TriesPerMinute = 1000, TriesPerNumber = 2 });

        tries.Wait(IPAddress.Parse("203.0.113.1"), "yc-1").Should().BeNull();
        tries.Wait(IPAddress.Parse("203.0.113.2"), " ＹＣ－1").Should().BeNull();
        tries.Wait(IPAddress.Parse("203.0.113.3"), "YC-1").Should().BePositive();
    }
}
