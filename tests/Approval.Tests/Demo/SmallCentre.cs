using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Persistence;

namespace Approval.Tests.Demo;

/// <summary>A centre of one department with two items, in the form in which the product's own centre ships: quick to set up, every way of a case in it.</summary>
public static class SmallCentre
{
    public const string Instant = "COPY";
    public const string Promised = "PERMIT";

    /// <summary>A schema-only database gets the small centre.</summary>
    public static async Task<TestServices> Build(string connectionString, DateTimeOffset now, string profile = "ours")
    {
        var folder = Path.Combine(Path.GetTempPath(), $"small-centre-{Guid.NewGuid():N}");
        try
        {
            Write(folder, profile);
            var services = TestServices.Build(connectionString, now, new SetupOptions { AdminPassword = TestServices.Password, DemoPassword = TestServices.Password, ShippedData = folder });
            await services.Setup();
            return services;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string profile)
    {
        Directory.CreateDirectory(Path.Combine(folder, "flows"));
        Directory.CreateDirectory(Path.Combine(folder, "calendars"));
        foreach (var calendar in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows", "calendars"), "cn-*.json"))
        {
            File.Copy(calendar, Path.Combine(folder, "calendars", Path.GetFileName(calendar)));
        }

        File.WriteAllText(Path.Combine(folder, "organisation.json"), Organisation(profile).ToJsonString());
        File.WriteAllText(Path.Combine(folder, "catalogue.json"), new JsonObject { ["items"] = new JsonArray(Item(Instant, "Instant", 1, 0, null, "copy", 40), Item(Promised, "Promised", 20, 5, 10, "permit", 60)) }.ToJsonString());
        File.WriteAllText(Path.Combine(folder, "flows", "copy.json"), new SmallFlow("copy", Instant)
            .Step("accept", "Approval.AcceptApplication").Step("clock", "Approval.PromiseClock")
            .Step("missing", "Approval.Correction", ("text", "form missing"), ("withinDays", 5)).Step("dropped", "Approval.CloseCase", ("decision", "Terminated"))
            .Link("accept", "CorrectionNeeded", "missing").Link("missing", "Supplied", "accept").Link("missing", "NotSupplied", "dropped")
            .Step("check", "Approval.ReviewTask", ("role", "WindowClerk"), ("outcomes", "[\"Pass\",\"Fail\"]"))
            .Step("grant", "Approval.CloseCase", ("decision", "Granted")).Step("refuse", "Approval.CloseCase", ("decision", "Refused"))
            .Link("accept", "Accepted", "clock").Link("clock", "Done", "check").Link("check", "Pass", "grant").Link("check", "Fail", "refuse").Json());
        File.WriteAllText(Path.Combine(folder, "flows", "permit.json"), new SmallFlow("permit", Promised)
            .Step("accept", "Approval.AcceptApplication").Step("clock", "Approval.PromiseClock")
            .Step("missing", "Approval.Correction", ("text", "form missing"), ("withinDays", 5)).Step("dropped", "Approval.CloseCase", ("decision", "Terminated"))
            .Link("accept", "CorrectionNeeded", "missing").Link("missing", "Supplied", "accept").Link("missing", "NotSupplied", "dropped")
            .Step("review", "Approval.ReviewTask", ("stepLimitDays", 2), ("fourEyes", true), ("outcomes", "[\"Agree\",\"NeedsCorrection\"]"))
            .Step("correct", "Approval.Correction", ("text", "plan missing"), ("withinDays", 10))
            .Step("sign", "Approval.Countersign", ("seats", "[\"D1\",\"D2\"]"), ("rule", "All"))
            .Step("issue", "Approval.IssueDocument", ("title", "Permit"), ("template", "No. {{ Input.caseNumber }}"))
            .Step("tell", "Approval.ExchangeData", ("receiver", "province"), ("payload", "{\"a\":1}"))
            .Step("grant", "Approval.CloseCase", ("decision", "Granted")).Step("refuse", "Approval.CloseCase", ("decision", "Refused")).Step("end", "Approval.CloseCase", ("decision", "Terminated"))
            .Link("accept", "Accepted", "clock").Link("clock", "Done", "review").Link("review", "Agree", "sign").Link("review", "NeedsCorrection", "correct")
            .Link("correct", "Supplied", "review").Link("correct", "NotSupplied", "end")
            .Link("sign", "Granted", "issue").Link("sign", "Refused", "refuse").Link("issue", "Done", "tell").Link("tell", "Succeeded", "grant").Link("tell", "Failed", "grant").Json());
    }

    private static JsonObject Organisation(string profile) => new()
    {
        ["centre"] = new JsonObject
        {
            ["code"] = "SC",
            ["name"] = Text("Small"),
            ["zone"] = "Asia/Shanghai",
            ["profile"] = profile,
            ["officeHours"] = new JsonArray(new JsonObject { ["from"] = "2000-01-01", ["opens"] = "09:00", ["closes"] = "17:30" }),
        },
        ["units"] = new JsonArray(Unit("SC", null, "City"), Unit("D1", "SC", "Department"), Unit("D2", "SC", "Department"), Unit("D1-W1", "D1", "Window")),
        ["posts"] = new JsonArray(),
        ["users"] = new JsonArray(
            User("wang", "Reviewer", "D1"), User("li", "Reviewer", "D1"), User("zhao", "Reviewer", "D2"), User("clerk1", "WindowClerk", "D1"), User("clerk2", "WindowClerk", "D1"),
            User("auditor", "Auditor", "SC"), User("auditor2", "Auditor", "D2"), User("boss", "HeadOfCentre", "SC")),
    };

    private static JsonObject Item(string code, string kind, int legal, int promised, int? extension, string flow, int share) => new()
    {
        ["code"] = code,
        ["nationalCode"] = null,
        ["kind"] = kind,
        ["name"] = Text(code),
        ["category"] = Text("all"),
        ["limits"] = new JsonObject { ["kind"] = "WorkingDays", ["legalDays"] = legal, ["promisedDays"] = promised, ["deliveryDays"] = 1, ["extensionDays"] = extension },
        ["unit"] = "D1",
        ["definitionId"] = flow,
        ["channels"] = new JsonArray("Window", "Online"),
        ["applicants"] = new JsonArray("Person", "Organisation"),
        ["onlineLevel"] = 3,
        ["demoShare"] = share,
        ["form"] = new JsonObject { ["fields"] = new JsonArray(new JsonObject { ["code"] = "purpose", ["type"] = "Text", ["label"] = Text("purpose"), ["required"] = true, ["maxLength"] = 50 }) },
        ["materials"] = new JsonArray(),
        ["conditions"] = new JsonArray(),
        ["basis"] = new JsonArray(),
        ["fee"] = new JsonObject(),
        ["guide"] = new JsonObject(),
        ["stops"] = new JsonArray(),
    };

    private static JsonObject Unit(string code, string? parent, string kind) => new() { ["code"] = code, ["parent"] = parent, ["kind"] = kind, ["name"] = Text(code) };

    private static JsonObject User(string name, string role, string unit) => new()
    {
        ["userName"] = name,
        ["name"] = name,
        ["grants"] = new JsonArray(new JsonObject { ["role"] = role, ["unit"] = unit }),
        ["posts"] = new JsonArray(),
    };

    private static JsonObject Text(string text) => new() { ["zh-Hans"] = text, ["zh-Hant"] = text, ["en"] = text };
}
