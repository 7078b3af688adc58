using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminUi.Tests;

public sealed class Doing_something_once : BunitContext
{
    private readonly OneAct once;
    private int done;

    public Doing_something_once()
    {
        Offices.Add(this);
        once = Services.GetRequiredService<OneAct>();
    }

    [Fact]
    public async Task lets_nobody_ask_for_it_again_while_it_is_under_way()
    {
        var answer = new TaskCompletionSource();
        Task Act()
        {
            done++;
            return answer.Task;
        }

        var both = Task.WhenAll(once.Do(Act), once.Do(Act));
        answer.SetResult();
        await both;

        done.Should().Be(1);
        await once.Do(Act);
        done.Should().Be(2);
    }

    [Fact]
    public async Task says_why_it_was_refused_and_can_be_tried_again()
    {
        await once.Do(() => throw new ApiException(new(403, "RoleMissing", null, null)));
        await once.Do(() => Task.FromResult(done++));

        Services.GetRequiredService<Notices>().Shown.Should().ContainSingle().Which.IsBad.Should().BeTrue();
        done.Should().Be(1);
    }
}
