package tacit.runtime.launcher;

/** One way to run a command line; answers the exit code of the process. */
@FunctionalInterface
interface Verb {

    int OK = 0;

    /** The verb could not do its work; the reason is on the error stream. */
    int FAILED = 3;

    /** The end was asked for by a signal, as shells count it. */
    int INTERRUPTED = 130;

    int run(Invocation invocation) throws Exception;
}
