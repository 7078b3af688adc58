using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Checks a request before its handler sees it; all faults are named at once, each with its field.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var faults = new List<Fault>();
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            faults.AddRange(result.Errors.Select(error => new Fault(error.ErrorCode, error.ErrorMessage, FieldOf(error.PropertyName))));
        }

        return faults.Count == 0 ? await next() : throw new RuleBrokenException(faults);
    }

    /// <summary>The field as the caller knows it: a command carries the request's body in one of its members, which the caller never sees.</summary>
    private static string FieldOf(string property)
    {
        var names = property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        return string.Join('.', names.Length > 1 ? names[1..] : names);
    }
}
