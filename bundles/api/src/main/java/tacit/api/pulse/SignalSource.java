package tacit.api.pulse;

/** Where a signal comes from. */
public enum SignalSource {
    HOOK,
    CRON,
    API,
    MANUAL,
    AWARENESS,
    GIT,
    FILES,
    TASKS,
    SYSTEM
}
