package tacit.learn.evals.replay;

/** Names runs that cases were made of, without telling which they are. */
public final class RunName {

    private RunName() {}

    /** The same for the same run of any workspace. */
    public static String of(String traceId) {
        return CaseKeys.sha256("run " + traceId);
    }
}
