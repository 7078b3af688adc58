using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>Why an activity is not executed here, and what does its work instead.</summary>
internal static class NotExecuted
{
    private static readonly Wording Code = new(
        "{0} 会以服务器的权限运行任意代码，本系统从不执行；请改用 Elsa.RunJavaScript。",
        "{0} 會以服務器的權限運行任意代碼，本系統從不執行；請改用 Elsa.RunJavaScript。",
        "{0} would run any code with the server's rights, so it is never executed here; use Elsa.RunJavaScript.");

    private static readonly Wording Response = new(
        "{0} 在本系统中不执行：流程不由网络请求启动，没有可答复的请求。",
        "{0} 在本系統中不執行：流程不由網絡請求啟動，沒有可答覆的請求。",
        "{0} is not executed here: no request from outside starts a flow, so there is none to answer.");

    private static readonly Dictionary<string, Wording> Reasons = new()
    {
        ["Elsa.HttpEndpoint"] = new(
            "{0} 在本系统中不执行：流程不得自行对外开放网址。申请经窗口、网上申办或接口收件；流程中请用 Elsa.Event 或 Elsa.RunTask 等待外部消息。",
            "{0} 在本系統中不執行：流程不得自行對外開放網址。申請經窗口、網上申辦或接口收件；流程中請用 Elsa.Event 或 Elsa.RunTask 等待外部消息。",
            "{0} is not executed here: no flow opens an address of its own to the outside. Applications come in at a window, online or over the API; inside a flow, wait for messages with Elsa.Event or Elsa.RunTask."),
        ["Elsa.WriteHttpResponse"] = Response,
        ["Elsa.WriteFileHttpResponse"] = Response,
        ["Elsa.DownloadHttpFile"] = new(
            "{0} 在本系统中不执行：文件只作为办件材料上传；数据请用 Elsa.FlowSendHttpRequest 取得。",
            "{0} 在本系統中不執行：文件只作為辦件材料上載；數據請用 Elsa.FlowSendHttpRequest 取得。",
            "{0} is not executed here: files come in as materials of a case; data is fetched with Elsa.FlowSendHttpRequest."),
        ["Elsa.RunCSharp"] = Code,
        ["Elsa.RunPython"] = Code,
        ["Elsa.SendEmail"] = new(
            "{0} 在本系统中不执行：请用 Approval.Notify，由发件箱送达。",
            "{0} 在本系統中不執行：請用 Approval.Notify，由發件箱送達。",
            "{0} is not executed here: use Approval.Notify, which delivers through the outbox."),
        ["Elsa.ReadLine"] = new(
            "{0} 在本系统中不执行：没有控制台；请用 Approval.ReviewTask 或 Elsa.RunTask 取得答复。",
            "{0} 在本系統中不執行：沒有控制台；請用 Approval.ReviewTask 或 Elsa.RunTask 取得答覆。",
            "{0} is not executed here: there is no console; ask with Approval.ReviewTask or Elsa.RunTask."),
        ["Elsa.Fork"] = new(
            "{0} 在本系统中不执行：请用 Elsa.Parallel 或 Elsa.FlowFork。",
            "{0} 在本系統中不執行：請用 Elsa.Parallel 或 Elsa.FlowFork。",
            "{0} is not executed here: use Elsa.Parallel or Elsa.FlowFork."),
    };

    private static readonly Wording Unpublished = new(
        "作为活动使用的流程「{0}」（{1}）在本系统中没有已发布的版本；请先导入并发布。",
        "作為活動使用的流程「{0}」（{1}）在本系統中沒有已發布的版本；請先匯入並發布。",
        "The definition \"{0}\", used as the activity {1}, has no published version here; import and publish it first.");

    /// <summary>What is to be said of an activity whose type has no executor.</summary>
    /// <param name="severity">How grave it is where the activity stands.</param>
    /// <param name="node">The activity.</param>
    public static Finding Of(FindingSeverity severity, ActivityNode node)
    {
        var sentence = node.Json.Text("workflowDefinitionId") is { } definition
            ? Unpublished.With(definition, node.Type)
            : Reasons.GetValueOrDefault(node.Type, FindingTexts.Of(FindingCodes.NotExecutedHere)).With(node.Type);
        return new Finding(severity, FindingCodes.NotExecutedHere, node.Id, sentence);
    }
}
