using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace ApprovalEngine.Host.Problems;

/// <summary>Which problem (RFC 9457) an exception is to the caller.</summary>
internal static class ProblemMap
{
    /// <summary>The problem; null when the error is not expected and has to be logged.</summary>
    public static ProblemDetails? For(Exception failure) => failure switch
    {
        RuleBrokenException broken => Of(StatusCodes.Status422UnprocessableEntity, broken, ("where", broken.Where), ("faults", broken.Faults)),
        NotFoundException missing => Of(StatusCodes.Status404NotFound, missing),
        ForbiddenException forbidden => Of(StatusCodes.Status403Forbidden, forbidden),
        ConflictException conflict => Of(StatusCodes.Status409Conflict, conflict, ("happened", conflict.Happened)),
        ValidationException invalid => Invalid(invalid),
        BadHttpRequestException bad => Bad(bad),
        _ when failure.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => Of(
            StatusCodes.Status422UnprocessableEntity, "TextInvalid", "A text holds a character that cannot be kept (U+0000)."),
        _ when failure.IsAway() => Of(
            StatusCodes.Status503ServiceUnavailable, "DatabaseUnavailable", "The database does not answer; try again in a moment."),
        _ => null,
    };

    /// <summary>A problem with a stable type.</summary>
    public static ProblemDetails Of(int status, string code, string detail, params (string Name, object? Value)[] members)
    {
        var problem = new ProblemDetails { Status = status, Type = TypeOf(code), Title = Words(code), Detail = detail };
        problem.Extensions["code"] = code;
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                problem.Extensions[name] = value;
            }
        }

        return problem;
    }

    /// <summary>Gives what the server itself answers (no token, no right, no such address) a stable type like every other problem.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var code = problem.Extensions.ContainsKey("code") ? null : problem.Status switch
        {
            StatusCodes.Status401Unauthorized => "NotSignedIn",
            StatusCodes.Status403Forbidden => "RightMissing",
            StatusCodes.Status404NotFound => "AddressUnknown",
            StatusCodes.Status405MethodNotAllowed => "MethodNotAllowed",
            StatusCodes.Status415UnsupportedMediaType => "MediaTypeUnsupported",
            StatusCodes.Status429TooManyRequests => "TooManyRequests",
            _ => null,
        };
        if (code is not null)
        {
            (problem.Type, problem.Title, problem.Extensions["code"]) = (TypeOf(code), Words(code), code);
        }
    }

    private static ProblemDetails Of(int status, ApprovalException failure, params (string Name, object? Value)[] members) =>
        Of(status, failure.Code, failure.Message, members);

    private static ProblemDetails Invalid(ValidationException invalid)
    {
        var faults = invalid.Errors.Select(error => new Fault(error.ErrorCode, error.ErrorMessage, error.PropertyName)).ToArray();
        return Of(
            StatusCodes.Status422UnprocessableEntity, "InvalidRequest", string.Join(" ", faults.Select(fault => fault.Message)),
            ("where", faults.FirstOrDefault()?.Where), ("faults", faults));
    }

    private static ProblemDetails Bad(BadHttpRequestException bad) => bad.InnerException is JsonException json
        ? Of(bad.StatusCode, "UnreadableJson", json.Message, ("where", json.Path), ("line", json.LineNumber + 1))
        : Of(bad.StatusCode, "BadRequest", bad.Message);

    private static string TypeOf(string code) => "urn:approval-engine:problem:" + Words(code).Replace(' ', '-');

    /// <summary>`CaseMovedOn` as `case moved on`.</summary>
    private static string Words(string code) => string.Concat(code.Select((letter, at) =>
        char.IsUpper(letter) ? (at == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
}
