package tacit.client;

/**
 * Is told what could not be done, so that an agent that goes on without Tacit is seen to do so. Called on the thread that asked, or
 * on the thread of the queue; what it throws is dropped.
 */
public interface TacitListener {

    /** Drops what it is told. */
    TacitListener SILENT = new TacitListener() {};

    /**
     * A call could not be done.
     *
     * @param operation such as {@code context} or {@code report}
     */
    default void failed(String operation, TacitException why) {}

    /**
     * Traces were dropped, as more came than could be sent.
     *
     * @param total how many were dropped since the client was made
     */
    default void dropped(long total) {}
}
