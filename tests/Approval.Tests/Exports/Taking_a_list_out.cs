using System.Globalization;
using System.IO.Compression;
using System.Text;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Exports;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Approval.Organisation.Import;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using MiniExcelLibs;

namespace Approval.Tests.Exports;

public sealed class Taking_a_list_out(PostgresServer server) : CentreTest(server)
{
    private static readonly string[] Texts = ["=1+1", "+86 10", "-3", "@sum", "\tx", "110101199003077571", "he said \"no\", twice"];

    private Exporter Exporter => Services.Get<Exporter>();

    [Fact]
    public async Task as_csv_keeps_text_text_and_numbers_numbers()
    {
        await using var file = await Exporter.WriteAsync(Admin, Numbered("=heads", 7), ExportFormat.Csv, _ => Task.CompletedTask, Cancel);

        var lines = (await new StreamReader(file).ReadToEndAsync(Cancel)).Split("\r\n");
        lines[0].Should().Be("'=heads,Amount,On,At");
        lines[1].Should().Be("'=1+1,-1.5,2026-03-02,2026-03-02 09:00:00");
        lines[2].Should().StartWith("'+86 10,");
        lines[6].Should().StartWith("110101199003077571,");
        lines[7].Should().StartWith("\"he said \"\"no\"\", twice\",");
        file.Position = 0;
        Encoding.UTF8.GetPreamble().Select(_ => (byte)file.ReadByte()).Should().Equal(Encoding.UTF8.GetPreamble(), "a spreadsheet knows UTF-8 by its mark");
    }

    [Fact]
    public async Task as_csv_comes_back_by_our_own_import_as_it_was()
    {
        await using var file = await Exporter.WriteAsync(Admin, Numbered("displayName", 4), ExportFormat.Csv, _ => Task.CompletedTask, Cancel);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Cancel);

        var rows = SheetFile.Read(new UploadedFile("people.csv", content.ToArray()), new Dictionary<string, string> { ["DISPLAYNAME"] = "displayName" });

        rows.Select(row => row["displayName"]).Should().Equal(Texts.Take(4));
    }

    [Fact]
    public async Task as_a_workbook_has_no_formula_and_real_numbers_and_dates()
    {
        await using var file = await Exporter.WriteAsync(Admin, Numbered("Text", 7), ExportFormat.Xlsx, _ => Task.CompletedTask, Cancel);

        var rows = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        rows.Select(row => row["Text"]).Should().Equal(Texts);
        (rows[0]["Amount"], rows[0]["On"], rows[0]["At"]).Should().Be((-1.5, new DateTime(2026, 3, 2), new DateTime(2026, 3, 2, 9, 0, 0)));
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        await using var sheet = await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(Cancel);
        (await new StreamReader(sheet).ReadToEndAsync(Cancel)).Should().NotContain("<x:f>").And.NotContain("<f>");
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task reads_page_after_page_tells_how_far_it_has_come_and_is_recorded_with_its_rows(ExportFormat format)
    {
        var (told, pages) = (new List<ExportProgress>(), new List<string?>());

        await using var file = await Exporter.WriteAsync(Admin, Numbered("Text", 2_500, pages), format, progress => { told.Add(progress); return Task.CompletedTask; }, Cancel);

        pages.Should().Equal(null, "1000", "2000");
        told.Should().Equal(new ExportProgress(0, 2_500), new ExportProgress(1_000, 2_500), new ExportProgress(2_000, 2_500));
        var taken = (await Send(new ListEvents(Admin, new EventFilter("ListExported", null, "numbers", null, null), null, 50))).Items.Single();
        taken.Actor.Should().Be("admin");
        taken.Particulars.GetProperty("rows").GetInt64().Should().Be(2_500);
        taken.Particulars.GetProperty("format").GetString().Should().Be(format.ToString());
        taken.Particulars.GetProperty("filter").GetProperty("search").GetString().Should().Be("x");
    }

    [Fact]
    public async Task given_up_half_way_leaves_no_file_and_no_trace_of_one()
    {
        using var stop = new CancellationTokenSource();
        var before = Directory.GetFiles(Path.GetTempPath(), "*.export");

        var taking = () => Exporter.WriteAsync(Admin, Numbered("Text", 2_500), ExportFormat.Xlsx, progress => progress.Rows > 0 ? stop.CancelAsync() : Task.CompletedTask, stop.Token);

        await taking.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFiles(Path.GetTempPath(), "*.export").Should().BeSubsetOf(before);
        (await Send(new ListEvents(Admin, new EventFilter("ListExported", null, null, null, null), null, 50))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task is_for_who_took_it_alone_and_keeps_columns_apart_that_are_called_the_same()
    {
        var list = Numbered("Amount", 2) with { Columns = [new("Li Na", row => row), new("Li Na", row => row + 10), new("Li Na", row => row + 20)] };

        await using var file = await Exporter.WriteAsync(Admin, list, ExportFormat.Xlsx, _ => Task.CompletedTask, Cancel);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file.Name).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().First().Should().Equal(new Dictionary<string, object> { ["Li Na"] = 0.0, ["Li Na (2)"] = 10.0, ["Li Na (3)"] = 20.0 });
    }

    [Fact]
    public async Task in_full_needs_a_reason_in_words()
    {
        var taking = () => Exporter.WriteAsync(Admin, Numbered("Text", 1) with { Reason = "  " }, ExportFormat.Csv, _ => Task.CompletedTask, Cancel);

        (await taking.Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Should().ContainSingle(fault => fault.Code == "ReasonMissing");
    }

    [Fact]
    public async Task in_an_order_of_the_screens_own_reads_no_more_than_can_be_held()
    {
        Task Read(int count) => (Numbered("Text", count) with { Orders = [new("amount", row => -row)] }).InOrder("amount").Read(null, 1_000, Cancel);

        await Read(ApprovalEngine.Approval.Exports.Exporter.MostSorted);
        (await FluentActions.Awaiting(() => Read(ApprovalEngine.Approval.Exports.Exporter.MostSorted + 1)).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("SortTooWide");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A list of so many rows, a thousand a page.</summary>
    private static ListExport<int> Numbered(string heading, int count, List<string?>? asked = null) => new()
    {
        Name = "numbers",
        Title = "Numbers",
        Filter = new { search = "x" },
        Columns =
        [
            new(heading, row => row < Texts.Length ? Texts[row] : $"row {row}"), new("Amount", row => -1.5m - row), new("On", row => new DateOnly(2026, 3, 2).AddDays(row)),
            new("At", row => new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified).AddDays(row)),
        ],
        Read = (after, _, _) =>
        {
            asked?.Add(after);
            var first = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
            var end = Math.Min(first + 1_000, count);
            return Task.FromResult(new Page<int>([.. Enumerable.Range(first, end - first)], end < count ? end.ToString(CultureInfo.InvariantCulture) : null));
        },
        Count = _ => Task.FromResult((long)count),
    };
}
