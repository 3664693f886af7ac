package tacit.api.pulse;

/** What a pulse, or a reflection, starts. */
public enum DispatchKind {
    /** Nothing that anybody sees. */
    SILENT,
    /** A proposal to people. */
    SUGGESTION,
    /** A task for an executor. */
    TASK,
    /** The due points of a checklist, each as a task with its own result. */
    RUNBOOK,
    /** A schedule that starts the task at its times. */
    CRON_HANDOFF
}
