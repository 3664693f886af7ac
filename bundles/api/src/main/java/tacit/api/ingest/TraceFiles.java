package tacit.api.ingest;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Finds the files under paths, recognises their formats and reads them. Stores nothing. Thread-safe. */
@ProviderType
public interface TraceFiles {

    /** The value of {@code format} that asks for recognition by content. */
    String AUTO = "auto";

    /** The formats that can be read now, by name. */
    List<TraceSource> formats();

    /**
     * Reads every file under the paths in the order of their names; a folder stands for all files in it and below.
     *
     * <p>A file that cannot be read, or in no known format, is refused and the others are still read. Files that are
     * recognisably no traces (a licence, a readme) inside a folder are passed over with a refusal that says so.
     *
     * @param format a name of {@link #formats} or {@link #AUTO}
     * @throws IllegalArgumentException when no source has this format, or a path does not exist
     */
    void read(List<Path> paths, String format, FileSink sink);

    /** Takes what is read, file by file. Called on the thread of {@link #read}. */
    interface FileSink {

        /**
         * Says that a file begins, or why it cannot.
         *
         * @param bytes the size on disk
         */
        void begin(TraceFile file, String format, long bytes);

        /** Where its content goes. */
        TraceSink sink(TraceFile file);

        /** Says that nothing more comes from a file that began, read whole or not. */
        void end(TraceFile file);

        /** A file, or a place in one, that was not taken. */
        void refuse(Refusal refusal);
    }
}
