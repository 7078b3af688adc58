using System.Text.Json;
using System.Text.Json.Serialization;
using ApprovalEngine.AdminUi.Intake;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Statistics;
using ApprovalEngine.Contracts.Supervision;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Api;

/// <summary>How contracts are read and written, made at build time: trimming would take reflection its ground.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(IReadOnlyList<NoticeView>))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(Page<UnitView>))]
[JsonSerializable(typeof(IReadOnlyList<PersonName>))]
[JsonSerializable(typeof(Page<ItemListed>))]
[JsonSerializable(typeof(ItemView))]
[JsonSerializable(typeof(InboxCounts))]
[JsonSerializable(typeof(Page<TaskListed>))]
[JsonSerializable(typeof(Page<TaskDone>))]
[JsonSerializable(typeof(Page<CopyListed>))]
[JsonSerializable(typeof(TaskView))]
[JsonSerializable(typeof(IReadOnlyList<ReturnView>))]
[JsonSerializable(typeof(CaseView))]
[JsonSerializable(typeof(IReadOnlyList<RelatedCase>))]
[JsonSerializable(typeof(ShownNumbers))]
[JsonSerializable(typeof(FlowPicture))]
[JsonSerializable(typeof(CaseMoved))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(ReturnRequest))]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(DelegateRequest))]
[JsonSerializable(typeof(AddSignerRequest))]
[JsonSerializable(typeof(CopyRequest))]
[JsonSerializable(typeof(CommentRequest))]
[JsonSerializable(typeof(SuspendRequest))]
[JsonSerializable(typeof(ResumeRequest))]
[JsonSerializable(typeof(ExtendRequest))]
[JsonSerializable(typeof(EndRequest))]
[JsonSerializable(typeof(MaterialRequest))]
[JsonSerializable(typeof(ReceiveCaseRequest))]
[JsonSerializable(typeof(Page<CaseListed>))]
[JsonSerializable(typeof(IReadOnlyList<JournalEntry>))]
[JsonSerializable(typeof(TrailCheck))]
[JsonSerializable(typeof(AttachmentView))]
[JsonSerializable(typeof(StatisticsAnswer))]
[JsonSerializable(typeof(UrgencyView))]
[JsonSerializable(typeof(SatisfactionView))]
[JsonSerializable(typeof(Page<RatingListed>))]
[JsonSerializable(typeof(IReadOnlyList<FigureDefinition>))]
[JsonSerializable(typeof(Page<FigureCase>))]
[JsonSerializable(typeof(Page<AlertListed>))]
[JsonSerializable(typeof(AlertView))]
[JsonSerializable(typeof(AlertActRequest))]
[JsonSerializable(typeof(RaiseAlertRequest))]
[JsonSerializable(typeof(IReadOnlyList<AbsenceView>))]
[JsonSerializable(typeof(AbsenceView))]
[JsonSerializable(typeof(AbsenceRequest))]
[JsonSerializable(typeof(IntakeDraft))]
[JsonSerializable(typeof(Guid[]))]
internal sealed partial class ApiJson : JsonSerializerContext;
