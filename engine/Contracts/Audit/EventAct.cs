namespace ApprovalEngine.Contracts.Audit;

/// <summary>All acts that are recorded outside the cases' own trails; by their names they stand in the database, in filters and in the words of the office.</summary>
public enum EventAct
{
    /// <summary>Somebody is away from one day to another, with a deputy.</summary>
    AbsenceRecorded,

    /// <summary>An absence ended before its day.</summary>
    AbsenceEnded,

    /// <summary>A provider's account was linked to a person.</summary>
    AccountLinked,

    /// <summary>The provider's accounts of a person were unlinked.</summary>
    AccountUnlinked,

    /// <summary>A file of a case was opened.</summary>
    AttachmentOpened,

    /// <summary>A check of the trail found a fault.</summary>
    AuditFinding,

    /// <summary>A backup was written.</summary>
    BackupMade,

    /// <summary>A backup was restored.</summary>
    BackupRestored,

    /// <summary>Next year's calendar is not published yet.</summary>
    CalendarMissing,

    /// <summary>A calendar was published.</summary>
    CalendarPublished,

    /// <summary>A check found a case that nothing can move.</summary>
    CaseFinding,

    /// <summary>A case was looked at.</summary>
    CaseViewed,

    /// <summary>The settings of the centre were changed.</summary>
    CentreSettingsChanged,

    /// <summary>An issued document was opened.</summary>
    DocumentOpened,

    /// <summary>A flow was deleted.</summary>
    FlowDeleted,

    /// <summary>A version of a flow was published.</summary>
    FlowPublished,

    /// <summary>A second person was asked to release a flow.</summary>
    FlowReleaseAsked,

    /// <summary>The second person refused it.</summary>
    FlowReleaseRefused,

    /// <summary>The published version of a flow was taken back.</summary>
    FlowRetracted,

    /// <summary>A draft of a flow was saved.</summary>
    FlowSaved,

    /// <summary>A version of a flow was deleted.</summary>
    FlowVersionDeleted,

    /// <summary>A version of an item was published.</summary>
    ItemPublished,

    /// <summary>An item was opened, paused or ended.</summary>
    ItemStateSet,

    /// <summary>Items came in from a sheet.</summary>
    ItemsImported,

    /// <summary>A job was run by hand.</summary>
    JobTriggered,

    /// <summary>A program was given a key.</summary>
    KeyGiven,

    /// <summary>A program's key was revoked.</summary>
    KeyRevoked,

    /// <summary>A message that could not be delivered was dropped.</summary>
    LetterDropped,

    /// <summary>A message that could not be delivered is tried again.</summary>
    LetterRedelivered,

    /// <summary>Thresholds of supervision levels were set.</summary>
    LevelProfileChanged,

    /// <summary>Another profile of levels holds.</summary>
    LevelProfileChosen,

    /// <summary>A list was taken out.</summary>
    ListExported,

    /// <summary>The moving of cases to another version was paused.</summary>
    MigrationPaused,

    /// <summary>It goes on.</summary>
    MigrationResumed,

    /// <summary>It was begun.</summary>
    MigrationStarted,

    /// <summary>A password was right; the second step is asked for.</summary>
    PasswordAccepted,

    /// <summary>Somebody changed their own password.</summary>
    PasswordChanged,

    /// <summary>An administrator set a password.</summary>
    PasswordSet,

    /// <summary>People came in from a sheet.</summary>
    PeopleImported,

    /// <summary>A person was added.</summary>
    PersonAdded,

    /// <summary>A person's name, rights or posts were changed.</summary>
    PersonChanged,

    /// <summary>A post was added.</summary>
    PostAdded,

    /// <summary>A post got another name.</summary>
    PostChanged,

    /// <summary>A provider vouched for somebody; the second step is asked for.</summary>
    ProviderAccepted,

    /// <summary>A check found rollups that differ from the facts.</summary>
    RollupDifference,

    /// <summary>The seals differ from the file outside the database.</summary>
    SealsDiffer,

    /// <summary>An administrator turned a person's second step off.</summary>
    SecondStepReset,

    /// <summary>Somebody turned their own second step off.</summary>
    SecondStepTurnedOff,

    /// <summary>Somebody turned their own second step on.</summary>
    SecondStepTurnedOn,

    /// <summary>A sign-in was refused.</summary>
    SignInRefused,

    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>Somebody ended all their sign-ins.</summary>
    SignedOutEverywhere,

    /// <summary>A case's trail was verified.</summary>
    TrailChecked,

    /// <summary>The trail was exported.</summary>
    TrailExported,

    /// <summary>A unit was added.</summary>
    UnitAdded,

    /// <summary>A unit was changed.</summary>
    UnitChanged,

    /// <summary>Units came in from a sheet.</summary>
    UnitsImported,

    /// <summary>A person's work was handed over.</summary>
    WorkHandedOver,
}
