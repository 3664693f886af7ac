package tacit.api.ingest;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.trace.TraceUpdate;

/** Takes what a source reads, on the source's thread; may block while earlier traces are being stored. */
@ProviderType
public interface TraceSink {

    /**
     * Takes one trace or a part of one.
     *
     * @param position where it stands in the file, such as {@code line 12} or {@code element 3}, for messages
     */
    void accept(TraceUpdate update, String position);

    /**
     * Notes that something in the file could not be taken.
     *
     * @param position where it stands
     * @param reason why, in one sentence without content of the file
     */
    void refuse(String position, String reason);
}
