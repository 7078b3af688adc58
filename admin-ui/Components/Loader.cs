using ApprovalEngine.AdminUi.Api;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>Loads what a part of a page shows. Only the last question's answer counts; what is shown stays while it is asked again.</summary>
public sealed class Loader<T> : ILoaded
    where T : class
{
    private Action? giveUp;

    /// <summary>What was loaded last; null before.</summary>
    public T? Value { get; private set; }

    /// <inheritdoc/>
    public bool IsThere => Value is not null;

    /// <inheritdoc/>
    public ApiProblem? Problem { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset LoadedAt { get; private set; }

    /// <summary>A question is under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Asks; an older question is given up.</summary>
    public async Task<bool> Load(Func<CancellationToken, Task<T>> ask)
    {
        giveUp?.Invoke();
        using var asking = new CancellationTokenSource();
        Action mine = giveUp = asking.Cancel;
        IsBusy = true;
        var askedAt = DateTimeOffset.UtcNow;
        try
        {
            var value = await ask(asking.Token);
            if (mine != giveUp)
            {
                return false;
            }

            giveUp = null;
            Set(value);
            LoadedAt = askedAt;
            return true;
        }
        catch (OperationCanceledException) when (asking.IsCancellationRequested)
        {
            return false;
        }
        catch (ApiException refused)
        {
            if (mine == giveUp)
            {
                (Problem, IsBusy) = (refused.Problem, false);
            }

            return false;
        }
        finally
        {
            if (mine == giveUp)
            {
                giveUp = null;
            }
        }
    }

    /// <summary>Takes over what an act was answered with; a question under way is given up.</summary>
    public void Set(T value)
    {
        giveUp?.Invoke();
        (Value, Problem, LoadedAt, IsBusy, giveUp) = (value, null, DateTimeOffset.UtcNow, false, null);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        giveUp?.Invoke();
        (Value, Problem, IsBusy, giveUp) = (null, null, false, null);
    }
}
