package tacit.api.pulse;

/** What a pulse decides. */
public enum PulseOutcome {
    IDLE,
    DEFERRED,
    SUGGESTION,
    DISPATCH_TASK,
    DISPATCH_RUNBOOK,
    HANDOFF_TO_CRON
}
