using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>What asks addresses outside.</summary>
internal static class HttpActivities
{
    private const string StatusCases =
        "UnregisteredClrType:System.Collections.Generic.ICollection`1[[Elsa.Http.HttpStatusCodeCase, Elsa.Http]], System.Private.CoreLib";

    private static readonly Wording Http = new("网络请求", "網絡請求", "HTTP");

    private static readonly ImmutableArray<InputDescriptor> Request =
    [
        new("Url", "UnregisteredClrType:System.Uri, System.Private.Uri", new("网址", "網址", "Url"))
        {
            Description = new("须在设置的允许名单中；不跟随重定向。", "須在設置的允許名單中；不跟隨重定向。", "Has to be on the allow list of the settings; redirects are not followed."),
        },
        new("Method", "String", new("方法", "方法", "Method"), "dropdown")
        {
            DefaultValue = "GET",
            Choices = [new("GET"), new("POST"), new("PUT"), new("PATCH"), new("DELETE"), new("HEAD"), new("OPTIONS")],
        },
        new("Content", "Object", new("内容", "內容", "Content")),
        new("ContentType", "String", new("内容类型", "內容類型", "Content Type")),
        new("Authorization", "String", new("授权", "授權", "Authorization"))
        {
            Description = new("最好写在设置的允许名单中，而不写在流程里。", "最好寫在設置的允許名單中，而不寫在流程裡。", "Better kept with the address in the settings than in a flow."),
        },
        new("DisableAuthorizationHeaderValidation", "Boolean", new("不校验授权头", "不校驗授權頭", "Disable Authorization Header Validation"), "checkbox"),
        new("RequestHeaders", "HttpHeaders", new("请求头", "請求頭", "Request Headers"), "json-editor"),
        new("EnableResiliency", "Boolean", new("自动重试", "自動重試", "Enable Resiliency"), "checkbox")
        {
            Description = new("本系统总由发件箱重试。", "本系統總由發件箱重試。", "Here the outbox tries again in any case."),
        },
    ];

    private static readonly ImmutableArray<OutputDescriptor> Answer =
    [
        new("StatusCode", "Int32", new("状态码", "狀態碼", "Status Code")),
        new("ParsedContent", "Object", new("解析后的内容", "解析後的內容", "Parsed Content")),
        new("ResponseHeaders", "HttpHeaders", new("答复头", "答覆頭", "Response Headers")),
        new("Result", "HttpResponseMessage", new("结果", "結果", "Result")),
    ];

    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Elsa.SendHttpRequest", Category = Http, Kind = "Task",
            DisplayName = new("网络请求（含后续）", "網絡請求（含後續）", "Send HTTP Request"),
            Description = new("向外部网址发送请求，并按状态码运行其中的活动。", "向外部網址發送請求，並按狀態碼運行其中的活動。", "Asks an address outside and runs the activity inside it that stands for the status."),
            Inputs = [new("ExpectedStatusCodes", StatusCases, new("预期状态码", "預期狀態碼", "Expected Status Codes"), "http-status-codes") { IsWrapped = false }, .. Request],
            Outputs = Answer,
            Ports =
            [
                new("UnmatchedStatusCode", new("其他状态码", "其他狀態碼", "Unmatched Status Code"), IsEmbedded: true),
                new("FailedToConnect", new("无法连接", "無法連接", "Failed To Connect"), IsEmbedded: true),
                new("Timeout", new("超时", "超時", "Timeout"), IsEmbedded: true),
            ],
        },
        new()
        {
            TypeName = "Elsa.FlowSendHttpRequest", Category = Http, Kind = "Task",
            DisplayName = new("网络请求", "網絡請求", "HTTP Request (flow)"),
            Description = new("向外部网址发送请求，按状态码走不同的线。", "向外部網址發送請求，按狀態碼走不同的線。", "Asks an address outside and goes on over the status that came back."),
            Inputs = [new("ExpectedStatusCodes", "List<Int32>", new("预期状态码", "預期狀態碼", "Expected Status Codes"), "multitext") { DefaultValue = new System.Text.Json.Nodes.JsonArray(200) }, .. Request],
            Outputs = Answer,
        },
    ];
}
