using System.Text.Json;
using ApprovalEngine.Approval.Exports;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Exports;

namespace ApprovalEngine.Host.Exports;

/// <summary>
/// Answers with an export's file. Where progress is wanted the same answer tells it first, a line of JSON each: so no host need remember an export,
/// and whoever hangs up ends it.
/// </summary>
internal sealed class ExportAnswer<TRow>(Exporter exporter, Access access, ListExport<TRow> list, ExportRequest request, DateOnly today) : IResult
{
    private const string Csv = "text/csv; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Framed = "application/octet-stream";

    private string Name => $"{list.Name}-{today:yyyy-MM-dd}.{(request.Format == ExportFormat.Csv ? "csv" : "xlsx")}";

    private string Type => request.Format == ExportFormat.Csv ? Csv : Xlsx;

    public Task ExecuteAsync(HttpContext httpContext) => request.ShowsProgress ? TellAsync(httpContext) : GiveAsync(httpContext);

    private async Task GiveAsync(HttpContext context)
    {
        var file = await exporter.WriteAsync(access, list, request.Format, _ => Task.CompletedTask, context.RequestAborted);
        await Results.Stream(file, Type, Name).ExecuteAsync(context);
    }

    private async Task TellAsync(HttpContext context)
    {
        var (answer, cancel) = (context.Response, context.RequestAborted);

        // Nothing is sent before the first word, so that a refusal is answered like any other.
        await using var file = await exporter.WriteAsync(access, list, request.Format, Tell, cancel);
        await Line(new ExportedFile(Name, Type, file.Length));
        await file.CopyToAsync(answer.Body, cancel);

        Task Tell(ExportProgress progress)
        {
            // With the first line the answer has begun.
            if (!answer.HasStarted)
            {
                answer.ContentType = Framed;
            }

            return Line(progress);
        }

        async Task Line<T>(T line)
        {
            await JsonSerializer.SerializeAsync(answer.Body, line, JsonSerializerOptions.Web, cancel);
            await answer.Body.WriteAsync("\n"u8.ToArray(), cancel);
            await answer.Body.FlushAsync(cancel);
        }
    }
}
